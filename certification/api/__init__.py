"""The register for programs: read by everybody, written by nobody. Each address once here, in OpenAPI and in the address table."""
from certification.api.documents import api_docs, api_snapshot, api_unknown, openapi
from certification.api.reading import api
from certification.api.served import addresses

__all__ = ["addresses", "api", "api_docs", "api_snapshot", "api_unknown", "openapi"]
