"""What the ledger of involvements calls an agency: never another name, or a separation rule would not find it."""
import uuid

AGENCY = "accounts.agency"                                              # the subject's type
AGENCIES = uuid.UUID("0f4a7c7e-6f0b-4d52-9a5c-5b0a6f0d3b17")            # the name space of agencies' slugs; never another


def agency_subject(agency):
    """The ledger's id of an agency. Its slug never changes."""
    return uuid.uuid5(AGENCIES, agency.slug)
