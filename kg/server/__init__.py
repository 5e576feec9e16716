"""The command `kg serve`: a read-only SPARQL endpoint, entity pages, documents, questions, an editor.

Read in this order: `app` (what answers where), `protocol` (what a request asks), `engine` (who
answers it), `workers` (processes that can be killed), `worker` (one of them), `guard` (limits on
what comes in), then the pages.
"""
