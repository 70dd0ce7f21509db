"""Bytes to documents: files, folders and manifests in, `Document` records out.

`collect` lists what there is to read (cheap, in the main process); `read` turns one item into a
`Document` (in any worker). Nothing here touches the network.
"""

from rashomon.ingest.collect import collect
from rashomon.ingest.read import read

__all__ = ["collect", "read"]
