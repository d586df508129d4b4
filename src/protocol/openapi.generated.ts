// Made by `npm run openapi` from the service's schemas.
export interface paths {
    "/api/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What works, what does not, and what would mend it */
        get: operations["getDoctorReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All events, live */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/socket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same events over a WebSocket, for where a stream is cut off
         * @description Messages are JSON: `{"id": "<epoch>-<seq>", "event": …}`
         */
        get: operations["openEventSocket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handshake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proves to a client that this service knows the token, before the client sends it */
        post: operations["handshake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs, newest first */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a job that waits or runs */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a job’s log, and those to come until it ends */
        get: operations["streamJobLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All projects, by status or by a text in name, description or folder */
        get: operations["listProjects"];
        put?: never;
        /** Create a project: without a folder, of an existing one, or from a template */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/by-path": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The project a folder or file belongs to */
        get: operations["getProjectByPath"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A folder was opened: registers it, or answers the project it is */
        post: operations["openProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One project with its framework, datasources, components and endpoints */
        get: operations["getProject"];
        /** Rename, describe, (de)activate or re-link a project */
        put: operations["updateProject"];
        post?: never;
        /** Forget a project and what belongs to it; its files stay */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/components": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Components as the last scan found them, by status, kind or a text */
        get: operations["listComponents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/components/{cid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One component with what it depends on and what uses it */
        get: operations["getComponent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/components/{cid}/ast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The syntax tree of a component’s file as it is now */
        get: operations["getComponentAst"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/consequences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What deleting the project would take with it */
        get: operations["getDeleteConsequences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses and actions of the pages, by address */
        get: operations["listEndpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/endpoints/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may ask for which address and action, and which open ones change tables */
        get: operations["getAccessMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of one project, live */
        get: operations["streamProjectEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/framework/install": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a job that installs quantum-framework for the project */
        post: operations["installFramework"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What depends on what: components, routes, actions, queries, tables, tests */
        get: operations["getGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changing something touches, and why */
        get: operations["getImpact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the files that changed since the last scan */
        post: operations["scanProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tests as they stand in the files, and the files that are not valid */
        get: operations["listTests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/flaky": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tests that both passed and failed on the same code */
        get: operations["listFlakyTests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a job that runs tests: all, or those that are named */
        post: operations["runTests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The runs of a project, newest first */
        get: operations["listTestRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run with its results by file and by test */
        get: operations["getTestRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/runs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a run; its results so far are kept */
        post: operations["cancelTestRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/runs/{runId}/junit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run as JUnit XML */
        get: operations["getTestRunAsJunit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/runs/{runId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a run has come */
        get: operations["getTestRunStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pass rate and duration of the newest ended runs, oldest first */
        get: operations["getTestTrends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/{testId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The results of one test, newest first */
        get: operations["getTestHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the project is scanned when its files change */
        get: operations["getWatch"];
        put?: never;
        /** Scan the project now, and again whenever its files change */
        post: operations["watchProject"];
        /** Follow the project’s files no more */
        delete: operations["unwatchProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The running service */
        get: operations["getService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/service/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A code that lets a browser in once, within a minute */
        post: operations["createOpenCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/service/drain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands over to a newer version */
        post: operations["drainService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/service/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops the service; jobs end at a checkpoint */
        post: operations["stopService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates a new project can be made from */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apidocs/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of the documentation pages */
        get: operations["getDocumentationFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API, to read and to try in a browser */
        get: operations["getSwaggerPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service is alive */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trades a code for a session cookie and goes on to the documentation */
        get: operations["openInBrowser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This API as an OpenAPI 3.1 document */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All projects, by status or by a text in name, description or folder */
        get: operations["listProjectsAlias"];
        put?: never;
        /** Create a project: without a folder, of an existing one, or from a template */
        post: operations["createProjectAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One project with its framework, datasources, components and endpoints */
        get: operations["getProjectAlias"];
        /** Rename, describe, (de)activate or re-link a project */
        put: operations["updateProjectAlias"];
        post?: never;
        /** Forget a project and what belongs to it; its files stay */
        delete: operations["deleteProjectAlias"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/redoc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API, to read and to try in a browser */
        get: operations["getRedocPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessMatrix: {
            /** @description `anyone`, `signed-in`, then `role:…` and `permission:…` */
            visitors: string[];
            rows: {
                path: string;
                method: string;
                functionName: string | null;
                filePath: string;
                line: number | null;
                guard: components["schemas"]["EndpointGuard"] | null;
                /** @description The visitors that may */
                allowed: string[];
                /** @description Tables it changes */
                writes: string[];
                /** @description It changes tables, and nobody has to sign in */
                isOpenWrite: boolean;
            }[];
        };
        Check: {
            /** @enum {unknown} */
            id: "interpreter" | "framework" | "docker" | "ports" | "store" | "versions" | "folder";
            title: string;
            /** @enum {unknown} */
            state: "ok" | "warning" | "error";
            /** @description What was found, one sentence */
            sentence: string;
            projectId: number | null;
            repairs: components["schemas"]["Repair"][];
        };
        Component: {
            id: number;
            projectId: number;
            name: string;
            filePath: string;
            status: string;
            errorMessage: string | null;
            lastCompiled: string | null;
        };
        ComponentAst: {
            /** @description JSON text of the nodes: `kind`, places from 1, an element’s `name`, `attributes` and `children`, another node’s `text` */
            ast_json: string;
            /** @description How many there are, white space left out */
            nodes: number;
            dependencies: components["schemas"]["ComponentDependency"][];
        };
        ComponentDependency: {
            /** @enum {unknown} */
            kind: "component" | "page" | "datasource" | "service" | "table";
            name: string;
            /** @description The file it is, from the project’s root; null where it is none, or is missing */
            path: string | null;
        };
        ComponentGraph: {
            /** @description How many nodes the whole graph has */
            total: number;
            nodes: components["schemas"]["GraphNode"][];
            edges: components["schemas"]["GraphEdge"][];
        };
        /**
         * @description `page`: answers an address. `component`: does too, and is written to be called. `layout`, `part`: only called, a layout by pages to stand in. `outside`: lies where the framework does not look
         * @enum {unknown}
         */
        ComponentKind: "page" | "component" | "layout" | "part" | "application" | "job" | "outside";
        ComponentPage: {
            /** @description How many there are without `limit` and `offset` */
            total: number;
            components: components["schemas"]["ScannedComponent"][];
        };
        /**
         * @description `error`: the framework refuses it. `inactive`: nothing leads to it. `unknown`: it could not be read
         * @enum {unknown}
         */
        ComponentStatus: "active" | "inactive" | "error" | "unknown";
        ComponentsChanged: {
            /** @enum {string} */
            type: "components_changed";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
            /** @description How many files it was */
            changed: number;
        };
        CreateProject: {
            name: string;
            description?: string | null;
            /** @description Absolute path */
            rootPath?: string;
            /** @description Fill an empty or absent rootPath from this template (GET /api/templates) */
            template?: string;
        };
        Datasource: {
            id: number;
            projectId: number;
            name: string;
            type: string;
            connectionType: string;
            containerId: string | null;
            image: string | null;
            host: string | null;
            port: number | null;
            databaseName: string | null;
            username: string | null;
            status: string;
            healthStatus: string;
            setupStatus: string;
            autoStart: boolean;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updatedAt: string;
        };
        DeleteConsequences: {
            datasources: number;
            migrations: number;
            components: number;
            endpoints: number;
            testRuns: number;
            jobs: number;
        };
        DoctorReport: {
            checks: components["schemas"]["Check"][];
        };
        DrainService: {
            successorVersion: string;
        };
        Endpoint: {
            id: number;
            projectId: number;
            componentId: number | null;
            method: string;
            path: string;
            functionName: string | null;
            description: string | null;
        };
        /** @description Signed-in visitors only, and of these those with a role and a permission */
        EndpointGuard: {
            role: string | null;
            permission: string | null;
        };
        EndpointParam: {
            name: string;
            /** @enum {unknown} */
            in: "path" | "query" | "form";
            type: string;
            required: boolean;
            default: string | null;
        };
        FlakyTest: {
            testId: string;
            file: string;
            name: string;
            /** @description Times it passed on the code below */
            passed: number;
            /** @description Times it failed on that same code */
            failed: number;
            codeHash: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            lastAt: string;
        };
        /**
         * @description `none`: the project has no folder
         * @enum {unknown}
         */
        FolderState: "present" | "moved" | "missing" | "none";
        FoundTest: {
            /** @description `file::name` */
            id: string;
            /** @description The file without its folder and ending */
            suite: string;
            /** @description Relative to the project, with `/` */
            file: string;
            /** @description 1-based */
            line: number | null;
            name: string;
            /** @description The page it starts on */
            page: string;
        };
        FrameworkState: {
            /** @description Absolute path */
            interpreter: string | null;
            pythonVersion: string | null;
            /** @description of quantum-framework */
            version: string | null;
            /** @description How the interpreter was found: setting, python-extension, venv, poetry, uv, conda, quantum-on-path, path */
            source: string | null;
            /** @description Why it cannot be used */
            problem: string | null;
        };
        GraphEdge: {
            from: string;
            /** @description What `from` needs */
            to: string;
            kind: components["schemas"]["GraphEdgeKind"];
            /** @description Where the file of `from` says so: an offset as of the last scan */
            start: number | null;
        };
        /** @enum {unknown} */
        GraphEdgeKind: "uses" | "links" | "answers" | "has" | "runs" | "reads" | "writes" | "asks" | "calls" | "visits" | "submits";
        GraphNode: {
            /** @description The path of a component, else kind and name: `route:/orders`, `query:components/a.q#rows` */
            id: string;
            kind: components["schemas"]["GraphNodeKind"];
            name: string;
            /** @description Of a component: page, part and the like */
            role: string | null;
            /** @description The file it stands in, from the project’s root */
            path: string | null;
            line: number | null;
            /** @enum {unknown} */
            state: "ok" | "error" | "missing";
            /** @description Nothing leads to it */
            isUnused: boolean;
            /** @description The number of the cycle of components it is in */
            cycle: number | null;
        };
        /** @enum {unknown} */
        GraphNodeKind: "component" | "route" | "action" | "query" | "datasource" | "table" | "service" | "test";
        HandshakeAnswer: {
            proof: string;
            epoch: number;
            pid: number;
            version: string;
            apiVersion: string;
            draining: boolean;
        };
        HandshakeRequest: {
            nonce: string;
        };
        Health: {
            /** @enum {string} */
            status: "alive";
            version: string;
        };
        Impact: {
            of: components["schemas"]["GraphNode"];
            /** @description The nearest first */
            touched: {
                node: components["schemas"]["GraphNode"];
                /** @description Why: the edges from it to what is changed */
                path: components["schemas"]["GraphEdge"][];
            }[];
        };
        /**
         * @description Whose choice an interpreter is: a setting is an order, the Python extension may only have a default
         * @enum {unknown}
         */
        InterpreterSource: "setting" | "python-extension";
        Job: {
            id: number;
            /** @description What kind of job, e.g. `framework.install` */
            name: string;
            title: string;
            projectId: number | null;
            state: components["schemas"]["JobState"];
            progress: number;
            /** @description What it is doing now */
            step: string | null;
            error: string | null;
            attempt: number;
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            createdAt: string;
            startedAt: string | null;
            endedAt: string | null;
        };
        JobChanged: {
            /** @enum {string} */
            type: "job_changed";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
            version: number;
            name: string;
            state: components["schemas"]["JobState"];
        };
        JobLogEnd: {
            state: components["schemas"]["JobState"];
        };
        JobLogLine: {
            seq: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            text: string;
        };
        /** @enum {unknown} */
        JobState: "created" | "retry" | "active" | "completed" | "cancelled" | "failed" | "interrupted";
        OpenCode: {
            code: string;
            url: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            expiresAt: string;
        };
        OpenProject: {
            /** @description Absolute path */
            rootPath: string;
            /**
             * Format: date-time
             * @description When the window opened the folder. A project deleted after that stays deleted. Absent: a person asked for it now.
             */
            openedAt?: string;
            /** @description The interpreter the editor has for this folder (setting, else the Python extension) */
            interpreter?: string | null;
            interpreterSource?: components["schemas"]["InterpreterSource"];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @enum {unknown} */
            code: "invalid-request" | "unauthorized" | "forbidden" | "not-found" | "method-not-allowed" | "conflict" | "name-taken" | "folder-missing" | "framework-missing" | "job-not-cancellable" | "body-too-large" | "unsupported-media-type" | "misdirected-request" | "upgrade-required" | "rate-limited" | "framework-failed" | "internal-error" | "draining" | "store-full" | "store-unavailable";
            /** @description What happened, for a person */
            detail: string;
            /** @description What to do about it */
            repair?: string;
            requestId: string;
        };
        Project: {
            id: number;
            name: string;
            description: string | null;
            status: components["schemas"]["ProjectStatus"];
            rootPath: string | null;
            folderState: components["schemas"]["FolderState"];
            /** @description Where a moved folder was found */
            movedTo: string | null;
            /** @description The person's choice */
            interpreter: string | null;
            frameworkVersion: string | null;
            /** @description Grows by one with each change */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updatedAt: string;
        };
        ProjectCreated: {
            /** @enum {string} */
            type: "project_created";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
            version: number;
        };
        ProjectDeleted: {
            /** @enum {string} */
            type: "project_deleted";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
        };
        ProjectDetail: {
            id: number;
            name: string;
            description: string | null;
            status: components["schemas"]["ProjectStatus"];
            rootPath: string | null;
            folderState: components["schemas"]["FolderState"];
            /** @description Where a moved folder was found */
            movedTo: string | null;
            /** @description The person's choice */
            interpreter: string | null;
            frameworkVersion: string | null;
            /** @description Grows by one with each change */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updatedAt: string;
            framework: components["schemas"]["FrameworkState"];
            datasources: components["schemas"]["Datasource"][];
            components: components["schemas"]["Component"][];
            endpoints: components["schemas"]["Endpoint"][];
        };
        /** @enum {unknown} */
        ProjectStatus: "active" | "inactive";
        ProjectTests: {
            tests: components["schemas"]["FoundTest"][];
            /** @description Files whose tests cannot run */
            problems: components["schemas"]["TestFileProblem"][];
        };
        ProjectUpdated: {
            /** @enum {string} */
            type: "project_updated";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
            version: number;
        };
        Repair: {
            /** @enum {string} */
            kind: "install-framework";
            label: string;
            projectId: number;
        } | {
            /** @enum {string} */
            kind: "relink-folder";
            label: string;
            projectId: number;
        } | {
            /** @enum {string} */
            kind: "restart-service";
            label: string;
        } | {
            /** @enum {string} */
            kind: "terminal";
            label: string;
            command: string;
        } | {
            /** @enum {string} */
            kind: "setting";
            label: string;
            setting: string;
        } | {
            /** @enum {string} */
            kind: "url";
            label: string;
            url: string;
        };
        RunTests: {
            suite?: string;
            /** @description Files or folders, relative to the project */
            files?: string[];
            /** @description Ids of tests */
            tests?: string[];
            /** @description Also what a test printed, in the log of the job */
            verbose?: boolean;
            stop_on_fail?: boolean;
            repeat?: number;
            /** @description For one test; 60 by default */
            time_limit_seconds?: number;
            trigger?: components["schemas"]["TestTrigger"];
        };
        ScanResult: {
            components_found: number;
            endpoints_found: number;
            errors: {
                filePath: string;
                message: string;
            }[];
        };
        ScannedComponent: {
            id: number;
            projectId: number;
            name: string;
            filePath: string;
            status: components["schemas"]["ComponentStatus"];
            errorMessage: string | null;
            lastCompiled: string | null;
            kind: components["schemas"]["ComponentKind"];
            /** @description The address it answers */
            route: string | null;
            tags: ("guarded" | "actions" | "queries" | "functions" | "slots" | "params")[];
            dependencies: components["schemas"]["ComponentDependency"][];
            /** @description Files that call, import or link to it, from the project’s root */
            usedBy: string[];
        };
        ScannedEndpoint: {
            id: number;
            projectId: number;
            componentId: number | null;
            method: string;
            path: string;
            functionName: string | null;
            description: string | null;
            filePath: string;
            params: components["schemas"]["EndpointParam"][];
            /** @description null: open to everyone */
            guard: components["schemas"]["EndpointGuard"] | null;
        };
        ServiceEvent: components["schemas"]["StoredEvent"] | components["schemas"]["StreamEvent"];
        ServiceStatus: {
            pid: number;
            version: string;
            apiVersion: string;
            epoch: number;
            node: string;
            home: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            startedAt: string;
            draining: boolean;
            /** @description Resident set size */
            memoryBytes: number;
            streams: number;
            activeJobs: number;
            store: {
                /** @enum {unknown} */
                engine: "sqljs" | "postgres";
                location: string;
                sizeBytes: number;
                /** @description What recovery had to do, for a person */
                notices: string[];
            };
        };
        StopService: {
            reason: string;
        };
        StoredEvent: components["schemas"]["ProjectCreated"] | components["schemas"]["ProjectUpdated"] | components["schemas"]["ProjectDeleted"] | components["schemas"]["JobChanged"] | components["schemas"]["ComponentsChanged"] | components["schemas"]["WatchChanged"] | components["schemas"]["TestRunChanged"] | components["schemas"]["TestStarted"] | components["schemas"]["TestEnded"];
        StreamEvent: {
            /** @enum {string} */
            type: "ready";
            epoch: number;
        } | {
            /** @enum {string} */
            type: "reset";
            /** @enum {unknown} */
            reason: "epoch" | "gap" | "lagged";
        } | {
            /** @enum {string} */
            type: "bye";
            reason: string;
        };
        SuiteResult: {
            suite: string;
            file: string;
            total: number;
            passed: number;
            failed: number;
            hollow: number;
            durationMs: number;
        };
        Template: {
            name: string;
            title: string;
            description: string;
            files: number;
        };
        TestEnded: {
            /** @enum {string} */
            type: "test_ended";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            runId: number;
            testId: string;
            resultId: number;
            status: components["schemas"]["TestStatus"];
        };
        TestFileProblem: {
            file: string;
            /** @description 1-based */
            line: number | null;
            message: string;
        };
        TestResult: {
            id: number;
            testRunId: number;
            testId: string;
            suite: string;
            file: string;
            /** @description 1-based */
            line: number | null;
            name: string;
            status: components["schemas"]["TestStatus"];
            repetition: number;
            durationMs: number;
            message: string;
            /** @description Of the step that failed */
            failureLine: number | null;
            /** @description That step as it is written */
            step: string | null;
            /** @description The page whose request failed */
            pageFile: string | null;
            /** @description 1-based */
            pageLine: number | null;
            /** @description Why a pass says little */
            hollow: string | null;
            /** @description What was printed and logged */
            output: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
        };
        TestRun: {
            id: number;
            projectId: number;
            jobId: number;
            status: components["schemas"]["TestRunStatus"];
            trigger: components["schemas"]["TestTrigger"];
            totalTests: number;
            passedTests: number;
            /** @description With those that could not run */
            failedTests: number;
            /** @description Passed, and say little */
            hollowTests: number;
            startedAt: string | null;
            completedAt: string | null;
            durationMs: number | null;
            /** @description Why the run could not run */
            errorMessage: string | null;
            /** @description The commit that was checked out */
            gitCommit: string | null;
            /** @description Equal for two runs of the same code */
            codeHash: string | null;
            /** @description of quantum-framework */
            frameworkVersion: string | null;
            /** @description of its interpreter */
            pythonVersion: string | null;
            /** @description Grows by one with each change */
            version: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            createdAt: string;
        };
        TestRunChanged: {
            /** @enum {string} */
            type: "test_run_changed";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
            version: number;
            status: components["schemas"]["TestRunStatus"];
        };
        TestRunDetail: {
            test_run: components["schemas"]["TestRun"];
            suite_results: components["schemas"]["SuiteResult"][];
            individual_test_results: components["schemas"]["TestResult"][];
        };
        TestRunProgress: {
            status: components["schemas"]["TestRunStatus"];
            /** @description The suite whose test runs now */
            current_suite: string | null;
            progress: number;
            tests_passed: number;
            tests_failed: number;
        };
        TestRunStarted: {
            test_run_id: number;
        };
        /** @enum {unknown} */
        TestRunStatus: "pending" | "running" | "completed" | "failed" | "error" | "cancelled" | "interrupted";
        TestStarted: {
            /** @enum {string} */
            type: "test_started";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            runId: number;
            testId: string;
        };
        /** @enum {unknown} */
        TestStatus: "passed" | "failed" | "error";
        TestTrendPoint: {
            runId: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            status: components["schemas"]["TestRunStatus"];
            total: number;
            passed: number;
            failed: number;
            hollow: number;
            passRate: number;
            durationMs: number;
        };
        /**
         * @description Who asked for a run
         * @enum {unknown}
         */
        TestTrigger: "api" | "cli" | "editor" | "save";
        UpdateProject: {
            name?: string;
            description?: string | null;
            status?: components["schemas"]["ProjectStatus"];
            /** @description Absolute path */
            rootPath?: string;
            interpreter?: string | null;
        };
        WatchChanged: {
            /** @enum {string} */
            type: "watch_changed";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
            watching: boolean;
        };
        WatchState: {
            watching: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getDoctorReport: {
        parameters: {
            query?: {
                projectId?: number;
                /** @description A folder, absolute path */
                rootPath?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoctorReport"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description Id of the last event seen, where the Last-Event-ID header cannot be sent */
                lastEventId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The open stream; each message is one event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["ServiceEvent"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openEventSocket: {
        parameters: {
            query?: {
                /** @description Id of the last event seen, where the Last-Event-ID header cannot be sent */
                lastEventId?: string;
                projectId?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Now a WebSocket */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handshake: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandshakeRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandshakeAnswer"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                state?: components["schemas"]["JobState"];
                projectId?: number;
                limit?: number;
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"][];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamJobLog: {
        parameters: {
            query?: {
                /** @description Seq of the last line seen; the Last-Event-ID header goes before it */
                after?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The open stream: `line` for each line, `end` when the job has ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["JobLogLine"] | components["schemas"]["JobLogEnd"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: {
                status?: components["schemas"]["ProjectStatus"];
                /** @description Text in name, description or folder */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"][];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProject"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProjectByPath: {
        parameters: {
            query: {
                /** @description Absolute path */
                rootPath: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openProject: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenProject"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProject"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listComponents: {
        parameters: {
            query?: {
                status?: components["schemas"]["ComponentStatus"];
                kind?: components["schemas"]["ComponentKind"];
                /** @description Text in path or route */
                q?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentPage"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getComponent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                cid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScannedComponent"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getComponentAst: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                cid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentAst"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDeleteConsequences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteConsequences"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEndpoints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScannedEndpoint"][];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccessMatrix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessMatrix"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamProjectEvents: {
        parameters: {
            query?: {
                /** @description Id of the last event seen, where the Last-Event-ID header cannot be sent */
                lastEventId?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The open stream; each message is one event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["ServiceEvent"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    installFramework: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGraph: {
        parameters: {
            query?: {
                /** @description The id of a node: only what is near it */
                focus?: string;
                /** @description Edges around `focus` */
                depth?: number;
                /** @description Kinds of nodes, separated by commas; what leads through others still leads */
                kinds?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentGraph"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImpact: {
        parameters: {
            query: {
                /** @description The id of a node of the graph */
                of: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Impact"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scanProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanResult"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectTests"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFlakyTests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlakyTest"][];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runTests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunTests"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestRunStarted"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTestRuns: {
        parameters: {
            query?: {
                status?: components["schemas"]["TestRunStatus"];
                limit?: number;
                before?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestRun"][];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTestRun: {
        parameters: {
            query?: {
                /** @description Results of tests after this id only */
                after?: number;
            };
            header?: never;
            path: {
                id: number;
                runId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestRunDetail"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelTestRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                runId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestRun"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTestRunAsJunit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                runId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTestRunStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                runId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestRunProgress"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTestTrends: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestTrendPoint"][];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTestHistory: {
        parameters: {
            query?: {
                limit?: number;
                before?: number;
            };
            header?: never;
            path: {
                id: number;
                testId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestResult"][];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchState"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchState"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unwatchProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchState"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getService: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceStatus"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOpenCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenCode"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drainService: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrainService"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceStatus"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopService: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopService"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceStatus"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"][];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentationFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": string;
                    "text/javascript": string;
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSwaggerPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openInBrowser: {
        parameters: {
            query: {
                code: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the documentation, signed in */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjectsAlias: {
        parameters: {
            query?: {
                status?: components["schemas"]["ProjectStatus"];
                /** @description Text in name, description or folder */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"][];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProjectAlias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProject"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProjectAlias: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateProjectAlias: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProject"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteProjectAlias: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRedocPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The request cannot be answered: code, detail and repair say why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer now */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
