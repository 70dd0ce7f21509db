"""Bytes to documents: files, folders and manifests in, `Document` records out.

`collect` lists what there is to read (cheap, in the main process); `read` turns one item into a
`Document` (in any worker; `carry` lets it take the bytes along). Nothing here touches the network.
"""

from rashomon.ingest.collect import collect
from rashomon.ingest.read import carry, read

__all__ = ["carry", "collect", "read"]
