/** Most components that are asked for, or told of, one by one: with more of them all are read. */
export const fewComponents = 50;
