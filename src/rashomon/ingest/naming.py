"""Names of documents: safe on any disk, whatever an input or a manifest calls itself."""

import hashlib

LONGEST = 180  # bytes


def safe(name: str) -> str:
    """One path component without separators, controls or undecodable bytes, not too long.

    A name that had to change carries a digest of the original, so that two stay two.
    """
    clean = "".join("_" if c in "/\\" or ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 else c for c in name)
    clean = clean if clean.strip(". ") else "_" + clean
    if clean == name and len(clean.encode()) <= LONGEST:
        return clean
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{clean.encode()[: LONGEST - 9].decode('utf-8', 'ignore')}-{digest}"
