/* A photograph, made small enough for a story's page. */
