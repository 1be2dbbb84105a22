"""Drafts of a bulletin and of a paper, with a file each, behind every address of them: no other agency may know of them."""
from agencies.models import BulletinFile, PaperFile
from core import clock
from core.files import path_of
from tests.agencies.networking import BulletinFactory, PaperFactory
from tests.architecture.holding import kept

OWN = {
    **{f"network_{name}": "bulletin" for name in (
        "bulletin", "confirm_bulletin", "change_bulletin", "discard_bulletin", "add_bulletin_file", "send_bulletin", "count_bulletin",
        "bulletin_readers", "remind_bulletin", "correct_bulletin", "withdraw_bulletin")},
    "network_bulletin_file": "bulletin_file", "network_remove_bulletin_file": "bulletin_file",
    **{f"network_{name}": "paper" for name in (
        "paper", "change_paper", "add_paper_file", "publish_paper", "discard_paper", "begin_edition", "withdraw_paper")},
    "network_paper_file": "paper_file", "network_remove_paper_file": "paper_file",
}


def networked_at(place):
    """Each text says whose it is. A bulletin stands at the agency itself here: no page may show another's there."""
    mark = f"CNRY-{place.agency.slug}"
    bulletin = BulletinFactory(written_by=place.officer, title_ko=f"{mark}-bulletin", text_ko=f"{mark}-said")
    paper = PaperFactory(written_by=place.officer, title_ko=f"{mark}-paper", description_ko=f"{mark}-described")
    return {"bulletin": bulletin, "paper": paper, "bulletin_file": copy_in(BulletinFile, place, bulletin=bulletin),
            "paper_file": copy_in(PaperFile, place, paper=paper)}


def copy_in(model, place, **whole):
    file = kept()
    return model.everything.create(**whole, file=file, name=f"CNRY-{place.agency.slug}-{model.__name__}.pdf", path=path_of(file),
                                   sha256=file.sha256, size=file.size, mime=file.mime, extension="pdf", added_by=place.officer,
                                   added_at=clock.now())
