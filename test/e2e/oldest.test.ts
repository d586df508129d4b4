import { coreJourneys } from './coreJourneys.js';
import { journeysIn } from './journeys.js';

// The oldest VS Code that is supported goes the same way.
coreJourneys(journeysIn({ version: 'oldest' }));
