// Made by `npm run openapi` from the service's schemas.
export interface paths {
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asked for what is protected, the newest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/by-name-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether datasources are told by name on port 8000, without a token */
        get: operations["getByNameServer"];
        /** Switch that on or off, for Quantum of the roadmap’s time */
        put: operations["switchByNameServer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/by-name/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A datasource as the runtime connects to it, with its password; audited */
        get: operations["getDatasourceByName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/prepared-volumes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether volumes are prepared for new datasources, and which there are */
        get: operations["getPreparedVolumes"];
        /** Switch that on, or off: those that wait are removed */
        put: operations["switchPreparedVolumes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connect with what would be stored, and write as an application does */
        post: operations["testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The types of datasources and their defaults */
        get: operations["listDatasourceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One datasource and how to connect to it */
        get: operations["getDatasource"];
        /** Rename, edit, move to another port, or change the password */
        put: operations["updateDatasource"];
        post?: never;
        /** Delete it by a job: the container goes and the volume stays, unless asked otherwise */
        delete: operations["deleteDatasource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/dump": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write its tables and rows into a file of SQL; a job does it */
        post: operations["dumpSqlFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create another one like it, without its data */
        post: operations["duplicateDatasource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a file of SQL in it, as its application’s user; a job does it */
        post: operations["loadSqlFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last lines of its container; with `follow` those to come, as events */
        get: operations["getDatasourceLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The password; who asked is written down */
        post: operations["revealDatasourcePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the container, start it and wait until it is ready */
        post: operations["restartDatasource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make database, owner and privileges, and connect as the owner */
        post: operations["setUpDatasource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the container and wait until it is ready */
        post: operations["startDatasource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State, health and setup, and what the engine counts */
        get: operations["getDatasourceStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the container */
        post: operations["stopDatasource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connect as its application does */
        post: operations["testDatasource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What its container uses, once a second, as events */
        get: operations["followDatasourceUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasources/{id}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the datasource into quantum.config.yaml, its password as a variable */
        post: operations["useDatasource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/docker/adoptable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Containers of others that run, publish a port and look like a database */
        get: operations["listAdoptableContainers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/docker/containers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Containers that run; with `all` the others, too */
        get: operations["listDockerContainers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/docker/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the Docker engine is and whether it answers */
        get: operations["getDockerInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/docker/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was chosen instead of the engine of the environment */
        get: operations["getDockerSettings"];
        /** Choose the engine and where its ports are connected to; null for the usual */
        put: operations["setDockerSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/environments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One environment */
        get: operations["getEnvironment"];
        /** Rename, edit, move, or have its variables given to what is run */
        put: operations["updateEnvironment"];
        post?: never;
        /** Delete an environment with its variables */
        delete: operations["deleteEnvironment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/environments/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask its address whether it is up */
        post: operations["checkEnvironment"];
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
    "/api/imports/quantum-admin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Projects and databases of an older Admin, from its quantum_admin.db */
        post: operations["importQuantumAdmin"];
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
    "/api/projects/{id}/by-name-offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a person should be asked to switch that on for a project */
        get: operations["getByNameOffer"];
        put?: never;
        post?: never;
        /** Never ask that for a project again */
        delete: operations["declineByNameOffer"];
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
        /** One component with all that is known of it */
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
    "/api/projects/{id}/datasource-environment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Values of the variables the configuration takes for datasources; audited */
        post: operations["revealDatasourceEnvironment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/datasources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The datasources of a project */
        get: operations["listDatasources"];
        put?: never;
        /** Create a datasource by its type alone, or with all it has; a job brings it up */
        post: operations["createDatasource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/datasources/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connect to such a container with what its environment says; it stays as it is */
        post: operations["adoptContainer"];
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
    "/api/projects/{id}/environment-variables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Variables of a project and of its environments; secrets without their values */
        get: operations["listEnvironmentVariables"];
        put?: never;
        /** Add a variable that what is run of the project is given */
        post: operations["createEnvironmentVariable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/environment-variables/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename a variable, give it another value, or make it a secret */
        put: operations["updateEnvironmentVariable"];
        post?: never;
        /** Delete a variable */
        delete: operations["deleteEnvironmentVariable"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/environment-variables/{key}/value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The value of a variable, of a secret too; audited */
        post: operations["revealEnvironmentVariable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the application of a project runs, in the order of promotion */
        get: operations["listEnvironments"];
        put?: never;
        /** Add an environment, the last in the order */
        post: operations["createEnvironment"];
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
    "/api/projects/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page as the framework draws it from unsaved texts, on copies of the databases */
        post: operations["renderPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/preview/asset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file that a previewed page asks for, as its server answers it */
        get: operations["getPreviewAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The server of a project as it is now */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/run/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An address that leads to the server from elsewhere: a forwarded port */
        post: operations["addRunAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/run/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the server said, by level and text, oldest first */
        get: operations["listRunLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/run/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests it answered, with their queries and times, oldest first */
        get: operations["listRunRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/run/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the server of a project and start it again at its address */
        post: operations["restartRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/run/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the server of a project; answers once a page of it does */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/run/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the server of a project */
        post: operations["stopRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/run/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines and requests, those there are and those to come */
        get: operations["streamRun"];
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
    "/api/projects/{id}/tests/affected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The tests whose result a change of these files can touch, before anything runs */
        post: operations["listAffectedTests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The suites and branches that runs can be looked for by */
        get: operations["listTestRunChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines and branches of each page that ran in the newest results, or in one test */
        get: operations["getTestCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pass rate and duration by day, oldest first; kept when the runs are forgotten */
        get: operations["listTestDays"];
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
    "/api/projects/{id}/tests/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a test for a page or an action, if it passes and fails when the page is broken */
        post: operations["generateTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The tests of a file as it stands in an editor, without a Python */
        post: operations["outlineTests"];
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
    "/api/projects/{id}/tests/runs/{runId}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is otherwise in a run than in an earlier one */
        get: operations["compareTestRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tests/runs/{runId}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run as a page of HTML that needs nothing else */
        get: operations["getTestRunAsHtml"];
        put?: never;
        post?: never;
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
    "/api/projects/{id}/tests/runs/{runId}/results/{resultId}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requests one test made in a run, with their SQL */
        get: operations["getTestRequests"];
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
    "/api/projects/{id}/tests/slowest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tests that took longest on the mean of the newest runs */
        get: operations["listSlowestTests"];
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
    "/api/projects/{id}/try-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a request to a page or an action, as any user, and see all it led to */
        post: operations["tryOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/try-out/asset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file that an answered page asks for */
        get: operations["getTryOutAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/try-out/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a page can be asked for: its actions, their fields and rules */
        post: operations["getTryOutForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/try-out/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last 50 requests that were tried out, newest first, without secrets */
        get: operations["listTryOuts"];
        put?: never;
        post?: never;
        /** Forget the requests that were tried out */
        delete: operations["clearTryOuts"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/try-out/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a test of a request and run it; one that does not pass is not kept */
        post: operations["saveTryOutAsTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/variables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The names of all variables that what is run of the project is given */
        get: operations["listProjectVariables"];
        put?: never;
        /** All variables that what is run of the project is given; audited */
        post: operations["revealProjectVariables"];
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
    "/api/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The servers of all projects that ever ran */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/datasources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One datasource and how to connect to it */
        get: operations["getDatasourceAlias"];
        /** Rename, edit, move to another port, or change the password */
        put: operations["updateDatasourceAlias"];
        post?: never;
        /** Delete it by a job: the container goes and the volume stays, unless asked otherwise */
        delete: operations["deleteDatasourceAlias"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasources/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last lines of its container; with `follow` those to come, as events */
        get: operations["getDatasourceLogsAlias"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasources/{id}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the container, start it and wait until it is ready */
        post: operations["restartDatasourceAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasources/{id}/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make database, owner and privileges, and connect as the owner */
        post: operations["setUpDatasourceAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasources/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the container and wait until it is ready */
        post: operations["startDatasourceAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasources/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State, health and setup, and what the engine counts */
        get: operations["getDatasourceStatusAlias"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasources/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the container */
        post: operations["stopDatasourceAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasources/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connect as its application does */
        post: operations["testDatasourceAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docker/containers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Containers that run; with `all` the others, too */
        get: operations["listDockerContainersAlias"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docker/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the Docker engine is and whether it answers */
        get: operations["getDockerInfoAlias"];
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
    "/projects/{id}/datasources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The datasources of a project */
        get: operations["listDatasourcesAlias"];
        put?: never;
        /** Create a datasource by its type alone, or with all it has; a job brings it up */
        post: operations["createDatasourceAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/environment-variables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Variables of a project and of its environments; secrets without their values */
        get: operations["listEnvironmentVariablesAlias"];
        put?: never;
        /** Add a variable that what is run of the project is given */
        post: operations["createEnvironmentVariableAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/environment-variables/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename a variable, give it another value, or make it a secret */
        put: operations["updateEnvironmentVariableAlias"];
        post?: never;
        /** Delete a variable */
        delete: operations["deleteEnvironmentVariableAlias"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the application of a project runs, in the order of promotion */
        get: operations["listEnvironmentsAlias"];
        put?: never;
        /** Add an environment, the last in the order */
        post: operations["createEnvironmentAlias"];
        delete?: never;
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
        /** @description What is left out is read from the container’s environment */
        AdoptContainer: {
            /** @description Its name, or the beginning of its id */
            container: string;
            /** @description Letters, digits, `_`, `.` and `-`, beginning with a letter or digit */
            name?: string;
            databaseName?: string;
            username?: string;
            /** @description Never answered */
            password?: string;
        };
        AdoptableContainer: {
            containerId: string;
            name: string;
            image: string;
            type: components["schemas"]["DatasourceType"];
            /** @description Where its published port is reached */
            host: string;
            port: number;
            databaseName: string;
            username: string | null;
            /** @description Whether its environment tells it */
            hasPassword: boolean;
            datasourceId: number | null;
        };
        AffectedBy: {
            /** @description Files or folders that changed, relative to the project */
            affected_by: string[];
        };
        AffectedTests: {
            /** @description Ids, in the order of the files */
            tests: string[];
            /** @description Of how many tests */
            total: number;
        };
        AuditEntry: {
            id: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            /** @description What was asked for, such as `reveal-password` */
            action: string;
            /** @enum {unknown} */
            outcome: "granted" | "refused";
            projectId: number | null;
            /** @description Of which thing */
            subject: string;
            /** @description Who asked, as far as it can be told */
            caller: string;
        };
        BrokenCheck: {
            /**
             * @description content: the page draws nothing; query: it finds no rows; action: it does nothing; step: one of its steps is gone
             * @enum {unknown}
             */
            what: "content" | "query" | "action" | "step";
            name: string;
            /** @description null: nothing that a test can see becomes another */
            noticed: boolean | null;
        };
        ByNameOfferState: {
            /** @description It is of that time, has datasources, and nobody said never */
            offered: boolean;
            why: string | null;
        };
        ByNameServerChanged: {
            /** @enum {string} */
            type: "by_name_server_changed";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            enabled: boolean;
        };
        ByNameServerState: {
            /** @description Off until a person switches it on */
            enabled: boolean;
            listening: boolean;
            /** @description Where Quantum of the roadmap’s time asks */
            address: string;
            problem: string | null;
            repair: string | null;
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
        ComparedTest: {
            testId: string;
            suite: string;
            file: string;
            line: number | null;
            name: string;
            /** @description Null: it did not run; failed as soon as one of its repetitions did */
            before: components["schemas"]["TestStatus"] | null;
            /** @description Null: it did not run; failed as soon as one of its repetitions did */
            after: components["schemas"]["TestStatus"] | null;
            beforeMs: number | null;
            afterMs: number | null;
            /** @description Why it did not pass in the later run */
            message: string;
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
            /** @description JSON text of the nodes: `kind`, places from 1, an element’s `name`, `attributes`, `expressions` (`attribute`, `text`, `reads`, `calls`, their places) and `children`, another node’s `text` */
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
        ComponentDetail: {
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
            params: {
                name: string;
                type: string;
                required: boolean;
                default: string | null;
                /** @description From 1, in the file as it is now */
                line: number;
                column: number;
            }[];
            slots: string[];
            queries: {
                name: string;
                datasource: string;
                /** @description From 1, in the file as it is now */
                line: number;
                column: number;
            }[];
            endpoints: components["schemas"]["ScannedEndpoint"][];
            /** @description Tests that ask for a page in which it is drawn, by what their files say */
            tests: components["schemas"]["ComponentTest"][];
            /** @description What its text shows by itself */
            findings: components["schemas"]["ComponentFinding"][];
            /** @description What became of it, the newest first: the last 50 changes of its state */
            history: components["schemas"]["ComponentState"][];
        };
        ComponentFinding: {
            code: string;
            /** @enum {unknown} */
            severity: "error" | "warning" | "information" | "hint";
            message: string;
            /** @description From 1, in the file as it is now */
            line: number;
            column: number;
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
        ComponentState: {
            /** @description Since when */
            at: string;
            status: components["schemas"]["ComponentStatus"];
            errorMessage: string | null;
        };
        /**
         * @description `error`: the framework refuses it. `inactive`: nothing leads to it. `unknown`: it could not be read
         * @enum {unknown}
         */
        ComponentStatus: "active" | "inactive" | "error" | "unknown";
        ComponentTest: {
            name: string;
            filePath: string;
            line: number;
            /** @description The page it asks for in which the component is drawn */
            page: string;
        };
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
            /** @description The only ones that are otherwise, when none came or went and they are few */
            components: number[] | null;
        };
        ConnectionTest: {
            ok: boolean;
            ms: number;
            serverVersion: string | null;
            error: components["schemas"]["DatasourceError"] | null;
        };
        /**
         * @description `docker`: a container of ours; `direct`: a server that is there; `file`: a file of the project
         * @enum {unknown}
         */
        ConnectionType: "docker" | "direct" | "file";
        CoveredFile: {
            file: string;
            /** @description Every line that can run */
            lines: {
                line: number;
                times: number;
            }[];
            /** @description Each `q:if`: itself, each `q:elseif`, and the way past them */
            branches: {
                line: number;
                times: number[];
            }[];
            /** @description Ids of the tests that ran any of it */
            tests: string[];
        };
        CreateDatasource: {
            type: components["schemas"]["DatasourceType"];
            connectionType?: components["schemas"]["ConnectionType"];
            /** @description Letters, digits, `_`, `.` and `-`, beginning with a letter or digit */
            name?: string;
            image?: string;
            host?: string;
            port?: number;
            databaseName?: string;
            username?: string;
            /** @description Never answered */
            password?: string;
            tls?: boolean;
            autoStart?: boolean;
            autoSetup?: boolean;
        };
        /** @description The type follows from the name if left out */
        CreateEnvironment: {
            /** @description Unique in its project */
            name: string;
            type?: components["schemas"]["EnvironmentType"];
            url?: string | null;
            config?: components["schemas"]["EnvironmentConfig"];
        };
        CreateProject: {
            name: string;
            description?: string | null;
            /** @description Absolute path */
            rootPath?: string;
            /** @description Fill an empty or absent rootPath from this template (GET /api/templates) */
            template?: string;
        };
        CreateVariable: {
            key: string;
            /** @description Encrypted in the store */
            value: string;
            /** @description If left out, its name decides: PASSWORD, TOKEN, KEY … */
            isSecret?: boolean;
            description?: string | null;
            environmentId?: number | null;
        };
        Datasource: {
            id: number;
            projectId: number;
            name: string;
            type: components["schemas"]["DatasourceType"];
            connectionType: components["schemas"]["ConnectionType"];
            containerId: string | null;
            image: string | null;
            volume: string | null;
            host: string | null;
            port: number | null;
            databaseName: string | null;
            username: string | null;
            hasPassword: boolean;
            /** @description Whether direct connections are encrypted */
            tls: boolean;
            status: components["schemas"]["DatasourceState"];
            healthStatus: components["schemas"]["HealthState"];
            setupStatus: components["schemas"]["SetupState"];
            badge: components["schemas"]["DatasourceBadge"];
            error: components["schemas"]["DatasourceError"] | null;
            autoStart: boolean;
            autoSetup: boolean;
            jobId: number | null;
            startedAt: string | null;
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
        /** @enum {unknown} */
        DatasourceBadge: "ready" | "running" | "working" | "stopped" | "error" | "unavailable";
        /** @description `config`: entry of quantum.config.yaml; null where the framework has no driver */
        DatasourceConnection: {
            url: string | null;
            config: {
                driver: string;
                database: string;
                host?: string;
                port?: number;
                username?: string;
                /** @description A reference: `${VAR}` */
                password?: string;
            } | null;
            variable: string | null;
            shell: string[] | null;
        };
        DatasourceCreated: {
            /** @enum {string} */
            type: "datasource_created";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
            version: number;
        };
        DatasourceDeleted: {
            /** @enum {string} */
            type: "datasource_deleted";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
        };
        DatasourceDetail: {
            id: number;
            projectId: number;
            name: string;
            type: components["schemas"]["DatasourceType"];
            connectionType: components["schemas"]["ConnectionType"];
            containerId: string | null;
            image: string | null;
            volume: string | null;
            host: string | null;
            port: number | null;
            databaseName: string | null;
            username: string | null;
            hasPassword: boolean;
            /** @description Whether direct connections are encrypted */
            tls: boolean;
            status: components["schemas"]["DatasourceState"];
            healthStatus: components["schemas"]["HealthState"];
            setupStatus: components["schemas"]["SetupState"];
            badge: components["schemas"]["DatasourceBadge"];
            error: components["schemas"]["DatasourceError"] | null;
            autoStart: boolean;
            autoSetup: boolean;
            jobId: number | null;
            startedAt: string | null;
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
            connection: components["schemas"]["DatasourceConnection"];
        };
        /** @description Holds passwords: audited */
        DatasourceEnvironment: {
            variables: {
                [key: string]: string;
            };
            /** @description Variables that two datasources need with two values; the first has it */
            conflicts: string[];
        };
        DatasourceError: {
            /** @description Stable: `wrong-password`, `image-missing`, `port-taken` … */
            code: string;
            /** @description The cause, in words */
            message: string;
            repair: string | null;
            /** @description Of a container that keeps ending */
            lastLines: string[];
        };
        DatasourceKind: {
            type: components["schemas"]["DatasourceType"];
            title: string;
            connectionTypes: components["schemas"]["ConnectionType"][];
            /** @description Supported ones first; any other image may be given */
            images: {
                name: string;
                supportedUntil: string | null;
            }[];
            port: number | null;
            databaseName: string;
            username: string | null;
            /** @description Whether quantum-framework 1.x has a driver for it */
            inFramework: boolean;
        };
        DatasourceLogLine: {
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            /** @enum {unknown} */
            stream: "stdout" | "stderr";
            text: string;
        };
        /** @description Answered on request only, and audited */
        DatasourcePassword: {
            password: string | null;
            url: string | null;
        };
        /**
         * @description `exited`: it ended by itself; `missing`: its container or file is gone; `unknown`: the engine does not answer
         * @enum {unknown}
         */
        DatasourceState: "created" | "pulling" | "starting" | "running" | "restarting" | "stopping" | "stopped" | "exited" | "missing" | "deleting" | "unknown";
        DatasourceStatus: {
            id: number;
            status: components["schemas"]["DatasourceState"];
            healthStatus: components["schemas"]["HealthState"];
            setupStatus: components["schemas"]["SetupState"];
            badge: components["schemas"]["DatasourceBadge"];
            error: components["schemas"]["DatasourceError"] | null;
            jobId: number | null;
            containerId: string | null;
            startedAt: string | null;
            exitCode: number | null;
            restarts: number | null;
            sizeBytes: number | null;
            memoryBytes: number | null;
        };
        DatasourceStatusChanged: {
            /** @enum {string} */
            type: "datasource_status_changed";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
            version: number;
            status: components["schemas"]["DatasourceState"];
            healthStatus: components["schemas"]["HealthState"];
            setupStatus: components["schemas"]["SetupState"];
        };
        /**
         * @description As the framework spells its drivers
         * @enum {unknown}
         */
        DatasourceType: "postgresql" | "mysql" | "mariadb" | "mongodb" | "redis" | "sqlite";
        DatasourceUpdated: {
            /** @enum {string} */
            type: "datasource_updated";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
            version: number;
        };
        /** @description What a container uses now */
        DatasourceUsage: {
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            /** @description 100 is one processor */
            cpuPercent: number;
            /** @description Without files that are only cached */
            memoryBytes: number;
            memoryLimitBytes: number | null;
        };
        DatasourceUse: {
            /** @description The configuration that was written */
            path: string;
            /** @description False: it said all of it before */
            changed: boolean;
            variable: string | null;
        };
        DeleteConsequences: {
            datasources: number;
            migrations: number;
            components: number;
            endpoints: number;
            environments: number;
            /** @description Its own and those of its environments */
            variables: number;
            testRuns: number;
            jobs: number;
        };
        DockerChanged: {
            /** @enum {string} */
            type: "docker_changed";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            available: boolean;
        };
        DockerContainer: {
            id: string;
            name: string;
            image: string;
            state: string;
            status: string;
            ports: {
                container: number;
                host: number | null;
                address: string | null;
            }[];
            looksLike: components["schemas"]["DatasourceType"] | null;
            datasourceId: number | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            createdAt: string;
        };
        DockerInfo: {
            available: boolean;
            address: string;
            /**
             * @description Who said so
             * @enum {unknown}
             */
            source: "QUANTUM_DOCKER_HOST" | "setting" | "DOCKER_HOST" | "context" | "default";
            version: string | null;
            apiVersion: string | null;
            connectHost: string | null;
            connectWay: ("here" | "given" | "ssh" | "network" | "engine") | null;
            connectWords: string | null;
            problem: string | null;
            reason: string | null;
            repair: string | null;
        };
        DockerSettings: {
            host: string | null;
            connectAddress: string | null;
        };
        DoctorReport: {
            checks: components["schemas"]["Check"][];
        };
        DrainService: {
            successorVersion: string;
        };
        DuplicateDatasource: {
            /** @description Letters, digits, `_`, `.` and `-`, beginning with a letter or digit */
            name?: string;
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
        Environment: {
            id: number;
            projectId: number;
            name: string;
            type: components["schemas"]["EnvironmentType"];
            url: string | null;
            config: components["schemas"]["EnvironmentConfig"];
            /** @description Its place in the order of promotion, from 1 */
            position: number;
            /** @description What is run here has its variables; one of a project, or none */
            inUse: boolean;
            status: components["schemas"]["EnvironmentStatus"];
            checkedAt: string | null;
            problem: string | null;
            /** @description How many it has of its own */
            variables: number;
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
        EnvironmentConfig: {
            /** @description As people call it */
            displayName?: string;
            /** @description Of Git */
            branch?: string;
            port?: number;
            /** @description `ssh://user@host`, `unix://…` */
            dockerHost?: string;
            /** @description Where images of it are kept */
            dockerRegistry?: string;
            /** @description Its folder there */
            deployPath?: string;
            /** @description Its container there */
            containerName?: string;
            /** @description A push to the branch deploys it */
            autoDeploy?: boolean;
            /** @description Somebody has to agree first */
            requiresApproval?: boolean;
            healthTimeoutSeconds?: number;
        };
        /** @enum {unknown} */
        EnvironmentStatus: "unknown" | "up" | "down";
        /** @enum {unknown} */
        EnvironmentType: "dev" | "staging" | "prod";
        EnvironmentVariable: {
            id: number;
            projectId: number;
            environmentId: number | null;
            key: string;
            value: string | null;
            isSecret: boolean;
            description: string | null;
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
        EnvironmentsChanged: {
            /** @enum {string} */
            type: "environments_changed";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
        };
        /** @description What the action’s rules say of a field */
        FieldError: {
            name: string;
            message: string;
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
        FoundSuite: {
            /** @description What `--feature` calls it */
            key: string;
            title: string;
            description: string;
            tests: number;
        };
        FoundTest: {
            /** @description `file::name` */
            id: string;
            kind: components["schemas"]["TestKind"];
            /** @description The file without its folder and ending; of a framework test the key of its suite */
            suite: string;
            /** @description Relative to the project, with `/` */
            file: string;
            /** @description 1-based */
            line: number | null;
            name: string;
            /** @description `db`: it puts rows into the database or looks at them */
            tags: string[];
            /** @description The page it starts on */
            page: string | null;
            /** @description It passes by failing */
            mustFail: boolean;
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
        GenerateTest: {
            /** @description Relative to the project */
            page: string;
            action?: string;
            /** @description What to ask for; else the first address of the page that the application links to */
            address?: string;
        };
        GeneratedTest: {
            /** @description It passes, and fails when the page is broken: it is written */
            accepted: boolean;
            /** @description Why it is not written */
            reason: string | null;
            /** @description Relative to the project */
            file: string;
            /** @description 1-based */
            line: number | null;
            name: string;
            /** @description The test; empty when there is none */
            text: string;
            broken: components["schemas"]["BrokenCheck"][];
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
        GraphNodeKind: "component" | "route" | "action" | "query" | "datasource" | "table" | "column" | "service" | "test";
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
        /**
         * @description `none`: it has no health check
         * @enum {unknown}
         */
        HealthState: "healthy" | "unhealthy" | "starting" | "none" | "unknown";
        Impact: {
            of: components["schemas"]["GraphNode"];
            /** @description The nearest first */
            touched: {
                node: components["schemas"]["GraphNode"];
                /** @description Why: the edges from it to what is changed */
                path: components["schemas"]["GraphEdge"][];
            }[];
        };
        ImportAdmin: {
            /** @description Absolute: a quantum_admin.db, or a folder that has it or a .quantum-admin */
            path: string;
            /** @description QUANTUM_ENCRYPTION_KEY of that Admin */
            encryptionKey?: string;
        };
        ImportReport: {
            projects: components["schemas"]["ImportedThing"][];
            environments: components["schemas"]["ImportedThing"][];
            variables: components["schemas"]["ImportedThing"][];
            datasources: components["schemas"]["ImportedThing"][];
            /** @description What that Admin has besides */
            left: components["schemas"]["LeftThings"][];
        };
        ImportedThing: {
            name: string;
            project: string | null;
            environment: string | null;
            id: number | null;
            /** @enum {unknown} */
            outcome: "created" | "there" | "skipped";
            /** @description What is otherwise here than it was there */
            changed: string[];
            reason: string | null;
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
        KeptField: {
            name: string;
            /** @description null: it is not kept */
            value: string | null;
            /** @description The name of a file */
            file: string | null;
        };
        LeftThings: {
            /** @description The table, or connectors */
            what: string;
            count: number;
            /** @description Of each of the first hundred */
            names: string[];
            reason: string;
        };
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
        PreparedVolume: {
            id: number;
            type: components["schemas"]["DatasourceType"];
            image: string;
            state: "preparing" | "ready";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            createdAt: string;
        };
        PreparedVolumes: {
            /** @description Off until a person switches it on */
            enabled: boolean;
            volumes: components["schemas"]["PreparedVolume"][];
            problem: string | null;
        };
        PreparedVolumesChanged: {
            /** @enum {string} */
            type: "prepared_volumes_changed";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            enabled: boolean;
        };
        PreviewAsset: {
            status: number;
            type: string;
            base64: string;
        };
        PreviewComponent: {
            props: components["schemas"]["PreviewProp"][];
            slots: components["schemas"]["PreviewSlot"][];
            given: {
                [key: string]: string;
            };
            content: {
                [key: string]: string;
            };
            /** @description The call, as a page would write it */
            call: string;
        };
        PreviewError: {
            message: string;
            filePath: string | null;
            /** @description From 1 */
            line: number | null;
            /** @description UTF-16 units, from 0 */
            column: number | null;
        };
        PreviewField: {
            name: string;
            value: string | {
                name: string;
                base64: string;
            };
        };
        PreviewPage: {
            status: number;
            /** @description After redirects */
            url: string;
            headers: {
                name: string;
                value: string;
            }[];
            /** @description Drawn elements have `data-quantum-at="<file>:<element>"`: their place */
            html: string;
            /** @description The framework’s time, without ours */
            ms: number;
            redirects: {
                status: number;
                to: string;
                outside: boolean;
            }[];
            /** @description Paths from the root that places count from */
            files: string[];
            values: components["schemas"]["PreviewValue"][];
            queries: components["schemas"]["PreviewQueryRun"][];
            /** @description Bindings that were left as they stand */
            unresolved: string[];
            flash: {
                message: string;
                type: string;
            } | null;
            error: components["schemas"]["PreviewError"] | null;
            /** @description What was printed and logged */
            output: string;
            /** @description Of a component alone; null, too, while its text is broken */
            component: components["schemas"]["PreviewComponent"] | null;
            /** @description The path that is no file: of the page that calls the component (lines of errors there count in the content of its slot), or of the untitled page */
            standIn: string | null;
        };
        PreviewProp: {
            name: string;
            /** @description As `q:param` names it, in small letters */
            type: string;
            required: boolean;
            default: string | null;
            description: string | null;
            /** @description The values of its enum */
            options: string[];
            /** @description min, max, minlength, maxlength, pattern, range */
            rules: {
                [key: string]: string;
            };
        };
        PreviewQueryRun: {
            datasource: string | null;
            sql: string;
            params: {
                [key: string]: string;
            };
            ms: number;
            rows: number | null;
            error: string | null;
        };
        PreviewRequest: {
            url: string;
            component?: components["schemas"]["PreviewedComponent"];
            untitled?: components["schemas"]["UntitledPage"];
            /** @enum {unknown} */
            method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            form?: components["schemas"]["PreviewField"][];
            texts?: components["schemas"]["PreviewText"][];
            session?: components["schemas"]["PreviewSession"];
            /**
             * @description `copy` (default): SQLite files are copied, and migrated from nothing where there is none. `fresh`: always migrated from nothing
             * @enum {unknown}
             */
            database?: "copy" | "fresh";
            /** @description Whether queries may run on databases that are no files; refused otherwise */
            servers?: boolean;
            /** @description Begin with databases as they were */
            reset?: boolean;
            /** @description Whether redirects are followed; yes */
            follow?: boolean;
        };
        PreviewSession: {
            user?: string;
            role?: string;
            id?: string;
            values?: {
                [key: string]: unknown;
            };
        };
        PreviewSlot: {
            name: string;
            /** @description Whether it shows something by itself */
            own: boolean;
            /** @description Whether the framework puts the content of a call there: it does for the default slot, outside of loops and conditions */
            fillable: boolean;
        };
        PreviewText: {
            /** @description From the project’s root, with `/` */
            filePath: string;
            text: string;
        };
        PreviewValue: {
            /** @description Which of `files` */
            file: number;
            /** @description The number of its start tag in the file, from 0 */
            element: number;
            /** @enum {unknown} */
            kind: "set" | "query" | "loop";
            /** @description How often it ran */
            times: number;
            /** @description Of all runs together */
            ms: number;
            /** @description Of a query its rows (of the last run), of a loop its turns (of all runs) */
            rows: number | null;
            /** @description The value that was set */
            text: string | null;
        };
        /** @description Props and content as an author writes them in the tag; arrays and objects as JSON. What is not told and required has a first value, what is empty is not passed. `layout` is a component it stands in, with first values */
        PreviewedComponent: {
            /** @description From the project’s root, with `/` */
            filePath: string;
            props?: {
                [key: string]: string;
            };
            slots?: {
                [key: string]: string;
            };
            /** @description From the project’s root, with `/` */
            layout?: string;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @enum {unknown} */
            code: "invalid-request" | "unauthorized" | "forbidden" | "not-found" | "method-not-allowed" | "conflict" | "name-taken" | "folder-missing" | "framework-missing" | "port-taken" | "datasource-busy" | "not-for-this-datasource" | "docker-unavailable" | "server-database" | "job-not-cancellable" | "body-too-large" | "unsupported-media-type" | "misdirected-request" | "upgrade-required" | "rate-limited" | "framework-failed" | "internal-error" | "datasource-not-ready" | "draining" | "secrets-locked" | "store-full" | "store-unavailable";
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
        ProjectRun: {
            projectId: number;
            status: components["schemas"]["RunStatus"];
            /** @description Where a browser reaches it; pages there reload by themselves */
            url: string | null;
            /** @description The same one at each start */
            port: number | null;
            pid: number | null;
            startedAt: string | null;
            /** @description Why it does not run, or why its first page does not answer */
            problem: components["schemas"]["RunProblem"] | null;
            /** @description Grows by one with each change */
            version: number;
        };
        /** @enum {unknown} */
        ProjectStatus: "active" | "inactive";
        ProjectTests: {
            tests: components["schemas"]["FoundTest"][];
            /** @description Files whose tests cannot run */
            problems: components["schemas"]["TestFileProblem"][];
            /** @description In the order `test_runner.py` runs them */
            suites: components["schemas"]["FoundSuite"][];
            /** @description Test files that no suite takes */
            unclaimed: string[];
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
        ProjectVariableNames: {
            names: string[];
        };
        /** @description Holds passwords: audited */
        ProjectVariables: {
            variables: {
                [key: string]: string;
            };
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
        RequestQuery: {
            /** @description Its name in the configuration */
            datasource: string | null;
            sql: string;
            ms: number | null;
            /** @description that came back */
            rows: number | null;
            /** @description What the database said */
            error: string | null;
        };
        RunAddress: {
            /** Format: uri */
            url: string;
        };
        RunChanged: {
            /** @enum {string} */
            type: "run_changed";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
            version: number;
            status: components["schemas"]["RunStatus"];
        };
        /** @enum {unknown} */
        RunLogLevel: "debug" | "info" | "warning" | "error";
        RunLogLine: {
            seq: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            level: components["schemas"]["RunLogLevel"];
            /** @description The logger; `output` for what was printed, `run` for us */
            source: string;
            text: string;
            place: components["schemas"]["SourcePlace"] | null;
        };
        RunProblem: {
            message: string;
            place: components["schemas"]["SourcePlace"] | null;
            /** @description The last ones it wrote */
            lines: string[];
        };
        RunRequest: {
            seq: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            method: string;
            /** @description With its query */
            path: string;
            status: number;
            ms: number;
            /** @description The page */
            component: string | null;
            /** @description The action it ran */
            action: string | null;
            queries: components["schemas"]["RequestQuery"][];
            /** @description What went wrong in the page */
            error: {
                message: string;
                place: components["schemas"]["SourcePlace"] | null;
            } | null;
        };
        /** @enum {unknown} */
        RunStatus: "stopped" | "starting" | "running" | "restarting" | "failed";
        RunTests: {
            suite?: string;
            /** @description Files or folders, relative to the project */
            files?: string[];
            /** @description Ids of tests */
            tests?: string[];
            /** @description Tests whose newest result is no pass */
            failed?: boolean;
            /** @description Of these, the tests that a change of these files or folders can touch */
            affected_by?: string[];
            /** @description What changed since its newest result, before the rest */
            affected_first?: boolean;
            /** @description Also what a test printed, in the log of the job */
            verbose?: boolean;
            stop_on_fail?: boolean;
            repeat?: number;
            /** @description Tests at once; 2 by default */
            workers?: number;
            /** @description For one test; 60 by default */
            time_limit_seconds?: number;
            trigger?: components["schemas"]["TestTrigger"];
        };
        RuntimeDatasource: {
            name: string;
            type: components["schemas"]["DatasourceType"];
            host: string | null;
            port: number | null;
            database_name: string | null;
            /** @description Of SQLite: where that runtime looks */
            database?: string;
            username: string | null;
            password: string | null;
            connection_string: string;
        };
        SaveTestRequest: {
            name: string;
            /** @description From the project’s root; the test is added where the file is there */
            testFile: string;
            request: components["schemas"]["TryOutRequest"];
        };
        /** @description A test that was written, run and passed */
        SavedTest: {
            testFile: string;
            /** @description Of the test in the file, from 1 */
            line: number;
            /** @description The test */
            text: string;
            /** @description How long it ran */
            ms: number;
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
            /** @description Tables it changes */
            writes: string[];
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
        /**
         * @description `ready`: the application’s own user has read and written in its own database
         * @enum {unknown}
         */
        SetupState: "pending" | "configuring" | "ready" | "error";
        SlowTest: {
            testId: string;
            suite: string;
            file: string;
            line: number | null;
            name: string;
            /** @description So often it ran in the newest runs */
            times: number;
            meanMs: number;
            mostMs: number;
        };
        SourcePlace: {
            /** @description From the project’s folder, with `/` */
            file: string;
            /** @description 1-based; null where it is not known */
            line: number | null;
            /** @description 0-based, in UTF-16 units; null where it is not known */
            column: number | null;
        };
        SourceRequested: {
            /** @enum {string} */
            type: "source_requested";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
            place: components["schemas"]["SourcePlace"];
        };
        SqlFile: {
            /** @description Absolute path */
            path: string;
        };
        StopService: {
            reason: string;
        };
        StoredEvent: components["schemas"]["ProjectCreated"] | components["schemas"]["ProjectUpdated"] | components["schemas"]["ProjectDeleted"] | components["schemas"]["JobChanged"] | components["schemas"]["ComponentsChanged"] | components["schemas"]["WatchChanged"] | components["schemas"]["TestRunChanged"] | components["schemas"]["TestStarted"] | components["schemas"]["TestEnded"] | components["schemas"]["DatasourceCreated"] | components["schemas"]["DatasourceUpdated"] | components["schemas"]["DatasourceStatusChanged"] | components["schemas"]["DatasourceDeleted"] | components["schemas"]["DockerChanged"] | components["schemas"]["ByNameServerChanged"] | components["schemas"]["PreparedVolumesChanged"] | components["schemas"]["RunChanged"] | components["schemas"]["SourceRequested"] | components["schemas"]["TryOutsChanged"] | components["schemas"]["EnvironmentsChanged"];
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
            /** @description Of a framework suite the folder of its files */
            file: string;
            total: number;
            passed: number;
            failed: number;
            hollow: number;
            durationMs: number;
        };
        SwitchByNameServer: {
            enabled: boolean;
        };
        SwitchPreparedVolumes: {
            enabled: boolean;
        };
        Template: {
            name: string;
            title: string;
            description: string;
            files: number;
        };
        TestConnection: {
            projectId?: number;
            /** @description Its password is used where none is given */
            datasourceId?: number;
            type: components["schemas"]["DatasourceType"];
            host?: string;
            port?: number;
            databaseName: string;
            username?: string;
            /** @description Never answered */
            password?: string;
            tls?: boolean;
        };
        TestDay: {
            /** @description `2026-11-28`, in UTC */
            day: string;
            runs: number;
            passed: number;
            failed: number;
            hollow: number;
            passRate: number;
            /** @description The mean of a run; of a suite its share of it */
            durationMs: number;
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
        /**
         * @description application: a `*.test.q`; framework: a file that `test_runner.py` runs
         * @enum {unknown}
         */
        TestKind: "application" | "framework";
        TestQuery: {
            datasource: string;
            sql: string;
            params: {
                [key: string]: string;
            };
            ms: number;
            rows: number | null;
            /** @description Why it was refused */
            error: string | null;
        };
        TestRequest: {
            method: string;
            path: string;
            status: number;
            ms: number;
            /** @description The page that answered */
            page: string | null;
            /** @description The action it ran */
            action: string | null;
            /** @description Where it led */
            redirect: string | null;
            /** @description Why it failed */
            error: string | null;
            /** @description Where it failed */
            where: {
                file: string;
                line: number;
            } | null;
            queries: components["schemas"]["TestQuery"][];
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
            /** @description The branch that was checked out */
            gitBranch: string | null;
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
        TestRunChoices: {
            /** @description That ever ran */
            suites: string[];
            /** @description That runs were on */
            branches: string[];
        };
        TestRunComparison: {
            before: components["schemas"]["TestRun"];
            after: components["schemas"]["TestRun"];
            /** @description It passed, and passes no more */
            newlyFailed: components["schemas"]["ComparedTest"][];
            /** @description It did not pass, and passes */
            mended: components["schemas"]["ComparedTest"][];
            stillFailing: components["schemas"]["ComparedTest"][];
            /** @description It passed both times; twice as long and 20 ms longer, or more */
            slower: components["schemas"]["ComparedTest"][];
            /** @description In the later run alone */
            added: components["schemas"]["ComparedTest"][];
            /** @description In the earlier run alone */
            gone: components["schemas"]["ComparedTest"][];
            /** @description How many tests are in none of the lists */
            same: number;
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
        TestText: {
            /** @description Relative to the project */
            file: string;
            text: string;
        };
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
        TryOutAction: {
            name: string;
            method: string;
            params: components["schemas"]["TryOutParam"][];
        };
        TryOutAnswer: {
            /** @description Of its entry in the history; null where the project was deleted meanwhile */
            id: number | null;
            /** @description The request, then each redirect it led to */
            steps: components["schemas"]["TryOutStep"][];
            fieldErrors: components["schemas"]["FieldError"][];
            /** @description Of a function; null, too, where its page did not get that far */
            call: components["schemas"]["TryOutCall"] | null;
            /** @description Of the last step; empty for a function */
            html: string;
            /** @description Bindings that were left as they stand */
            unresolved: string[];
            /** @description What was printed and logged */
            output: string;
            /** @description The same request as a command; null for a function, which nobody can ask for */
            curl: string | null;
        };
        TryOutCall: {
            name: string;
            ms: number;
            value: {
                /** @description boolean, integer, number, text, list, object, nothing, or a class of Python */
                type: string;
                /** @description Lists and objects as JSON */
                text: string;
            } | null;
            /** @description Its own; the page’s are of the step */
            queries: components["schemas"]["PreviewQueryRun"][];
            error: components["schemas"]["PreviewError"] | null;
        };
        /** @description Without values of secret fields, contents of files and parameters of SQL */
        TryOutEntry: {
            id: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            filePath: string;
            url: string;
            action: string | null;
            function: string | null;
            /** @description Whether the function came to no end */
            failed: boolean;
            target: components["schemas"]["TryOutTarget"];
            session: components["schemas"]["PreviewSession"] | null;
            fields: components["schemas"]["KeptField"][];
            /** @description The request, then each redirect it led to */
            steps: components["schemas"]["TryOutStep"][];
            fieldErrors: components["schemas"]["FieldError"][];
        };
        TryOutForm: {
            filePath: string;
            /** @description As the files name it: `/orders/[id]`; `/` for a component that answers none */
            path: string;
            pathParams: string[];
            actions: components["schemas"]["TryOutAction"][];
            functions: components["schemas"]["TryOutFunction"][];
            /** @description Of the project’s server; null while it does not run */
            runningUrl: string | null;
        };
        TryOutFormRequest: {
            /** @description Of the page, from the project’s root, with `/` */
            filePath: string;
            texts?: components["schemas"]["PreviewText"][];
            /**
             * @description As for a preview
             * @enum {unknown}
             */
            database?: "copy" | "fresh";
            /** @description Whether queries may run on databases that are no files */
            servers?: boolean;
        };
        TryOutFunction: {
            name: string;
            /** @description As `returnType` says, in small letters; `any` without */
            returns: string;
            description: string | null;
            params: components["schemas"]["TryOutParam"][];
        };
        TryOutParam: {
            name: string;
            /** @description As `q:param` names it, in small letters */
            type: string;
            required: boolean;
            default: string | null;
            /** @description The values it takes: an enum, or rows that a foreign key may name */
            options: {
                value: string;
                label: string;
            }[];
            /** @description min, max, minlength, maxlength, pattern, range, accept, maxsize */
            rules: {
                [key: string]: string;
            };
            /** @description The framework never shows it again, and nobody keeps it */
            secret: boolean;
        };
        TryOutRequest: {
            /** @description Of the page, from the project’s root, with `/` */
            filePath: string;
            url: string;
            /** @description null: the page itself, with GET */
            action: string | null;
            /** @description A function of the page, called in the preview where its statements have run; `fields` are its arguments: texts, expressions in braces, structures as JSON */
            function?: string;
            fields: components["schemas"]["PreviewField"][];
            session?: components["schemas"]["PreviewSession"];
            target: components["schemas"]["TryOutTarget"];
            /** @description Begin with databases as they were */
            reset?: boolean;
            texts?: components["schemas"]["PreviewText"][];
            /**
             * @description As for a preview
             * @enum {unknown}
             */
            database?: "copy" | "fresh";
            /** @description Whether queries may run on databases that are no files */
            servers?: boolean;
        };
        TryOutStep: {
            method: string;
            url: string;
            status: number;
            ms: number;
            headers: {
                name: string;
                value: string;
            }[];
            /** @description The action that ran */
            action: string | null;
            queries: components["schemas"]["PreviewQueryRun"][];
            flash: {
                message: string;
                type: string;
            } | null;
            error: components["schemas"]["PreviewError"] | null;
        };
        /**
         * @description `preview`: copies of the databases. `running`: the server of the project, as it is
         * @enum {unknown}
         */
        TryOutTarget: "preview" | "running";
        TryOutsChanged: {
            /** @enum {string} */
            type: "try_outs_changed";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            projectId: number | null;
            id: number;
        };
        UntitledPage: {
            /** @description From the project’s root, with `/` */
            filePath?: string;
            text: string;
        };
        /** @description Of a container: `port` moves it, `password` is changed in the running database too; database and user stay */
        UpdateDatasource: {
            /** @description Letters, digits, `_`, `.` and `-`, beginning with a letter or digit */
            name?: string;
            host?: string;
            port?: number;
            databaseName?: string;
            username?: string;
            /** @description Never answered */
            password?: string;
            tls?: boolean;
            autoStart?: boolean;
            autoSetup?: boolean;
        };
        /** @description What is left out stays */
        UpdateEnvironment: {
            /** @description Unique in its project */
            name?: string;
            type?: components["schemas"]["EnvironmentType"];
            url?: string | null;
            config?: components["schemas"]["EnvironmentConfig"];
            position?: number;
            /** @description True takes the place of the one that was in use */
            inUse?: boolean;
        };
        UpdateProject: {
            name?: string;
            description?: string | null;
            status?: components["schemas"]["ProjectStatus"];
            /** @description Absolute path */
            rootPath?: string;
            interpreter?: string | null;
        };
        /** @description What is left out stays. A secret that becomes none has to be said anew */
        UpdateVariable: {
            key?: string;
            /** @description Encrypted in the store */
            value?: string;
            isSecret?: boolean;
            description?: string | null;
        };
        /** @description May be a secret: audited */
        VariableValue: {
            value: string;
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
    listAudit: {
        parameters: {
            query?: {
                limit?: number;
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
                    "application/json": components["schemas"]["AuditEntry"][];
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
    getByNameServer: {
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
                    "application/json": components["schemas"]["ByNameServerState"];
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
    switchByNameServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchByNameServer"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ByNameServerState"];
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
    getDatasourceByName: {
        parameters: {
            query?: {
                /** @description Which is meant where two have the name */
                projectId?: number;
            };
            header?: never;
            path: {
                name: string;
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
                    "application/json": components["schemas"]["RuntimeDatasource"];
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
    getPreparedVolumes: {
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
                    "application/json": components["schemas"]["PreparedVolumes"];
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
    switchPreparedVolumes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchPreparedVolumes"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreparedVolumes"];
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
    testConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestConnection"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
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
    listDatasourceTypes: {
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
                    "application/json": components["schemas"]["DatasourceKind"][];
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
    getDatasource: {
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
                    "application/json": components["schemas"]["DatasourceDetail"];
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
    updateDatasource: {
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
                "application/json": components["schemas"]["UpdateDatasource"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datasource"];
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
    deleteDatasource: {
        parameters: {
            query?: {
                container?: "remove" | "keep";
                /** @description `archive`: a .tar of the volume is written into the service’s files first */
                volume?: "keep" | "archive" | "delete";
                /** @description Forget it even though the engine does not answer */
                force?: boolean;
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datasource"];
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
    dumpSqlFile: {
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
                "application/json": components["schemas"]["SqlFile"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datasource"];
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
    duplicateDatasource: {
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
                "application/json": components["schemas"]["DuplicateDatasource"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datasource"];
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
    loadSqlFile: {
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
                "application/json": components["schemas"]["SqlFile"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datasource"];
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
    getDatasourceLogs: {
        parameters: {
            query?: {
                lines?: number;
                since?: string;
                stream?: "stdout" | "stderr";
                /** @description Answers Server-Sent Events: `line` for each line */
                follow?: boolean;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines, or with `follow` the open stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasourceLogLine"][];
                    "text/event-stream": components["schemas"]["DatasourceLogLine"];
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
    revealDatasourcePassword: {
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
            /** @description Answered on request only, and audited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasourcePassword"];
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
    restartDatasource: {
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
                    "application/json": components["schemas"]["Datasource"];
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
    setUpDatasource: {
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
                    "application/json": components["schemas"]["Datasource"];
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
    startDatasource: {
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
                    "application/json": components["schemas"]["Datasource"];
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
    getDatasourceStatus: {
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
                    "application/json": components["schemas"]["DatasourceStatus"];
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
    stopDatasource: {
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
                    "application/json": components["schemas"]["Datasource"];
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
    testDatasource: {
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
                    "application/json": components["schemas"]["ConnectionTest"];
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
    followDatasourceUsage: {
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
            /** @description The open stream: `usage`, and `end` when the container ends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["DatasourceUsage"];
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
    useDatasource: {
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
                    "application/json": components["schemas"]["DatasourceUse"];
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
    listAdoptableContainers: {
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
                    "application/json": components["schemas"]["AdoptableContainer"][];
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
    listDockerContainers: {
        parameters: {
            query?: {
                /** @description Those that do not run, too */
                all?: boolean;
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
                    "application/json": components["schemas"]["DockerContainer"][];
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
    getDockerInfo: {
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
                    "application/json": components["schemas"]["DockerInfo"];
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
    getDockerSettings: {
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
                    "application/json": components["schemas"]["DockerSettings"];
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
    setDockerSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DockerSettings"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DockerSettings"];
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
    getEnvironment: {
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
                    "application/json": components["schemas"]["Environment"];
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
    updateEnvironment: {
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
                "application/json": components["schemas"]["UpdateEnvironment"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Environment"];
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
    deleteEnvironment: {
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
    checkEnvironment: {
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
                    "application/json": components["schemas"]["Environment"];
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
    importQuantumAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportAdmin"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
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
    getByNameOffer: {
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
                    "application/json": components["schemas"]["ByNameOfferState"];
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
    declineByNameOffer: {
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
                    "application/json": components["schemas"]["ByNameOfferState"];
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
    listComponents: {
        parameters: {
            query?: {
                /** @description Ids of components, separated by commas */
                ids?: string;
                status?: components["schemas"]["ComponentStatus"];
                kind?: components["schemas"]["ComponentKind"];
                /** @description Text in path or route */
                q?: string;
                /** @description The file from the root: that component alone */
                path?: string;
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
                    "application/json": components["schemas"]["ComponentDetail"];
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
    revealDatasourceEnvironment: {
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
            /** @description Holds passwords: audited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasourceEnvironment"];
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
    listDatasources: {
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
                    "application/json": components["schemas"]["Datasource"][];
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
    createDatasource: {
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
                "application/json": components["schemas"]["CreateDatasource"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datasource"];
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
    adoptContainer: {
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
                "application/json": components["schemas"]["AdoptContainer"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datasource"];
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
            query?: {
                /** @description Ids of components, separated by commas */
                components?: string;
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
    listEnvironmentVariables: {
        parameters: {
            query?: {
                /** @description Of this environment; left out: of the project */
                environmentId?: number;
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
                    "application/json": components["schemas"]["EnvironmentVariable"][];
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
    createEnvironmentVariable: {
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
                "application/json": components["schemas"]["CreateVariable"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentVariable"];
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
    updateEnvironmentVariable: {
        parameters: {
            query?: {
                /** @description Of this environment; left out: of the project */
                environmentId?: number;
            };
            header?: never;
            path: {
                id: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateVariable"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentVariable"];
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
    deleteEnvironmentVariable: {
        parameters: {
            query?: {
                /** @description Of this environment; left out: of the project */
                environmentId?: number;
            };
            header?: never;
            path: {
                id: number;
                key: string;
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
    revealEnvironmentVariable: {
        parameters: {
            query?: {
                /** @description Of this environment; left out: of the project */
                environmentId?: number;
            };
            header?: never;
            path: {
                id: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description May be a secret: audited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VariableValue"];
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
    listEnvironments: {
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
                    "application/json": components["schemas"]["Environment"][];
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
    createEnvironment: {
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
                "application/json": components["schemas"]["CreateEnvironment"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Environment"];
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
    renderPreview: {
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
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewPage"];
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
    getPreviewAsset: {
        parameters: {
            query: {
                url: string;
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
                    "application/json": components["schemas"]["PreviewAsset"];
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
    getRun: {
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
                    "application/json": components["schemas"]["ProjectRun"];
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
    addRunAddress: {
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
                "application/json": components["schemas"]["RunAddress"];
            };
        };
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
    listRunLog: {
        parameters: {
            query?: {
                /** @description Only what came after this seq */
                after?: number;
                /** @description The newest ones */
                limit?: number;
                level?: components["schemas"]["RunLogLevel"];
                /** @description Text the line contains */
                q?: string;
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
                    "application/json": components["schemas"]["RunLogLine"][];
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
    listRunRequests: {
        parameters: {
            query?: {
                /** @description Only what came after this seq */
                after?: number;
                /** @description The newest ones */
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
                    "application/json": components["schemas"]["RunRequest"][];
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
    restartRun: {
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
                    "application/json": components["schemas"]["ProjectRun"];
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
    startRun: {
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
                    "application/json": components["schemas"]["ProjectRun"];
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
    stopRun: {
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
                    "application/json": components["schemas"]["ProjectRun"];
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
    streamRun: {
        parameters: {
            query?: {
                /** @description Only what came after this seq */
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
            /** @description The open stream: `line` and `request` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["RunLogLine"] | components["schemas"]["RunRequest"];
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
    listAffectedTests: {
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
                "application/json": components["schemas"]["AffectedBy"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffectedTests"];
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
    listTestRunChoices: {
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
                    "application/json": components["schemas"]["TestRunChoices"];
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
    getTestCoverage: {
        parameters: {
            query?: {
                /** @description Its id */
                test?: string;
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
                    "application/json": components["schemas"]["CoveredFile"][];
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
    listTestDays: {
        parameters: {
            query?: {
                /** @description Of this suite alone */
                suite?: string;
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
                    "application/json": components["schemas"]["TestDay"][];
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
    generateTest: {
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
                "application/json": components["schemas"]["GenerateTest"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeneratedTest"];
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
    outlineTests: {
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
                "application/json": components["schemas"]["TestText"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundTest"][];
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
                trigger?: components["schemas"]["TestTrigger"];
                /** @description It ran a test of this suite; among runs whose results are kept */
                suite?: string;
                /** @description The branch that was checked out */
                branch?: string;
                /** @description How the commit begins */
                commit?: string;
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
    compareTestRuns: {
        parameters: {
            query: {
                /** @description The earlier run */
                to: number;
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
                    "application/json": components["schemas"]["TestRunComparison"];
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
    getTestRunAsHtml: {
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
    getTestRequests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                runId: number;
                resultId: number;
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
                    "application/json": components["schemas"]["TestRequest"][];
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
    listSlowestTests: {
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
                    "application/json": components["schemas"]["SlowTest"][];
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
    tryOut: {
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
                "application/json": components["schemas"]["TryOutRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryOutAnswer"];
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
    getTryOutAsset: {
        parameters: {
            query: {
                url: string;
                target: components["schemas"]["TryOutTarget"];
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
                    "application/json": components["schemas"]["PreviewAsset"];
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
    getTryOutForm: {
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
                "application/json": components["schemas"]["TryOutFormRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryOutForm"];
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
    listTryOuts: {
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
                    "application/json": components["schemas"]["TryOutEntry"][];
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
    clearTryOuts: {
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
    saveTryOutAsTest: {
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
                "application/json": components["schemas"]["SaveTestRequest"];
            };
        };
        responses: {
            /** @description A test that was written, run and passed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedTest"];
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
    listProjectVariables: {
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
                    "application/json": components["schemas"]["ProjectVariableNames"];
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
    revealProjectVariables: {
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
            /** @description Holds passwords: audited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectVariables"];
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
    listRuns: {
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
                    "application/json": components["schemas"]["ProjectRun"][];
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
    getDatasourceAlias: {
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
                    "application/json": components["schemas"]["DatasourceDetail"];
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
    updateDatasourceAlias: {
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
                "application/json": components["schemas"]["UpdateDatasource"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datasource"];
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
    deleteDatasourceAlias: {
        parameters: {
            query?: {
                container?: "remove" | "keep";
                /** @description `archive`: a .tar of the volume is written into the service’s files first */
                volume?: "keep" | "archive" | "delete";
                /** @description Forget it even though the engine does not answer */
                force?: boolean;
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datasource"];
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
    getDatasourceLogsAlias: {
        parameters: {
            query?: {
                lines?: number;
                since?: string;
                stream?: "stdout" | "stderr";
                /** @description Answers Server-Sent Events: `line` for each line */
                follow?: boolean;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines, or with `follow` the open stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasourceLogLine"][];
                    "text/event-stream": components["schemas"]["DatasourceLogLine"];
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
    restartDatasourceAlias: {
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
                    "application/json": components["schemas"]["Datasource"];
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
    setUpDatasourceAlias: {
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
                    "application/json": components["schemas"]["Datasource"];
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
    startDatasourceAlias: {
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
                    "application/json": components["schemas"]["Datasource"];
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
    getDatasourceStatusAlias: {
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
                    "application/json": components["schemas"]["DatasourceStatus"];
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
    stopDatasourceAlias: {
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
                    "application/json": components["schemas"]["Datasource"];
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
    testDatasourceAlias: {
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
                    "application/json": components["schemas"]["ConnectionTest"];
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
    listDockerContainersAlias: {
        parameters: {
            query?: {
                /** @description Those that do not run, too */
                all?: boolean;
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
                    "application/json": components["schemas"]["DockerContainer"][];
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
    getDockerInfoAlias: {
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
                    "application/json": components["schemas"]["DockerInfo"];
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
    listDatasourcesAlias: {
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
                    "application/json": components["schemas"]["Datasource"][];
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
    createDatasourceAlias: {
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
                "application/json": components["schemas"]["CreateDatasource"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datasource"];
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
    listEnvironmentVariablesAlias: {
        parameters: {
            query?: {
                /** @description Of this environment; left out: of the project */
                environmentId?: number;
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
                    "application/json": components["schemas"]["EnvironmentVariable"][];
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
    createEnvironmentVariableAlias: {
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
                "application/json": components["schemas"]["CreateVariable"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentVariable"];
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
    updateEnvironmentVariableAlias: {
        parameters: {
            query?: {
                /** @description Of this environment; left out: of the project */
                environmentId?: number;
            };
            header?: never;
            path: {
                id: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateVariable"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentVariable"];
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
    deleteEnvironmentVariableAlias: {
        parameters: {
            query?: {
                /** @description Of this environment; left out: of the project */
                environmentId?: number;
            };
            header?: never;
            path: {
                id: number;
                key: string;
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
    listEnvironmentsAlias: {
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
                    "application/json": components["schemas"]["Environment"][];
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
    createEnvironmentAlias: {
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
                "application/json": components["schemas"]["CreateEnvironment"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Environment"];
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
