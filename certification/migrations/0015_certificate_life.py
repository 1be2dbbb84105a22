"""What happens to a certificate after it was given: new versions, surrender, expiry noted once, plaques, ceremonies."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_announcing"),
        ("accounts", "__first__"),
        ("certification", "0014_certificate_look"),
        ("core", "0004_text_of_files"),
        ("correspondence", "0003_reminder"),
        ("providers", "0008_evidence_whole"),
    ]

    operations = [
        migrations.CreateModel(
            name="Ceremony",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                ("words", models.TextField(blank=True, max_length=1000, verbose_name="what guests should know")),
                ("answer_until", models.DateField(verbose_name="answers until")),
                ("drafted_at", models.DateTimeField(verbose_name="drafted at")),
                ("called_off_at", models.DateTimeField(null=True, verbose_name="called off at")),
                ("called_off_reason", models.TextField(blank=True, verbose_name="reason")),
                (
                    "agency",
                    models.ForeignKey(
                        default=core.tenancy.current_agency_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="drafted by",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.round", verbose_name="round"
                    ),
                ),
            ],
            options={
                "verbose_name": "ceremony",
                "verbose_name_plural": "ceremonies",
                "ordering": ["-starts_at", "-pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CertificateRevision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(choices=[("reissued", "issued anew"), ("corrected", "corrected")], max_length=9, verbose_name="kind"),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                ("effective_on", models.DateField(verbose_name="effective on")),
                ("facts_before", models.JSONField(default=dict)),
                ("facts_after", models.JSONField(default=dict)),
                ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                ("done_at", models.DateTimeField(null=True, verbose_name="carried out at")),
                ("dropped_at", models.DateTimeField(null=True, verbose_name="dropped at")),
                (
                    "agency",
                    models.ForeignKey(
                        default=core.tenancy.current_agency_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked for by",
                    ),
                ),
                (
                    "certificate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="revisions", to="certification.certificate"
                    ),
                ),
            ],
            options={
                "verbose_name": "new version of a certificate",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("done_at", None), ("dropped_at", None)),
                        fields=("agency", "certificate"),
                        name="one_open_correction_of_a_certificate",
                    ),
                    models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="made_anew_with_a_reason"),
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SurrenderRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("wished_on", models.DateField(verbose_name="wished for")),
                ("reason", models.TextField(verbose_name="reason")),
                ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("confirmed", "confirmed"),
                            ("declined", "declined"),
                            ("withdrawn", "taken back"),
                            ("lapsed", "the certificate has ended"),
                        ],
                        max_length=9,
                        verbose_name="answer",
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True, verbose_name="answered at")),
                ("answer_reason", models.TextField(blank=True, verbose_name="reason of the answer")),
                (
                    "agency",
                    models.ForeignKey(
                        default=core.tenancy.current_agency_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked for by",
                    ),
                ),
                (
                    "certificate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="surrender_requests", to="certification.certificate"
                    ),
                ),
            ],
            options={
                "verbose_name": "request to give a certificate back",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at", None)), fields=("agency", "certificate"), name="one_open_surrender_request"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(("answered_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="surrender_answered_as_something",
                    ),
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CeremonyGuest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("organisation", models.CharField(max_length=80, verbose_name="organisation")),
                ("name", models.CharField(blank=True, max_length=60, verbose_name="name")),
                ("seat", models.CharField(blank=True, max_length=20, verbose_name="seat")),
                ("persons", models.PositiveSmallIntegerField(default=1, verbose_name="number of persons")),
                ("invited_at", models.DateTimeField(null=True, verbose_name="invited at")),
                (
                    "reply",
                    models.CharField(
                        blank=True, choices=[("comes", "comes"), ("does_not", "does not come")], max_length=8, verbose_name="reply"
                    ),
                ),
                ("replied_at", models.DateTimeField(null=True, verbose_name="replied at")),
                ("came_at", models.DateTimeField(null=True, verbose_name="came at")),
                ("erased_at", models.DateTimeField(null=True, verbose_name="erased at")),
                (
                    "agency",
                    models.ForeignKey(
                        default=core.tenancy.current_agency_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
                ("ceremony", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.ceremony")),
                (
                    "certificate",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                ),
            ],
            options={
                "verbose_name": "guest",
                "verbose_name_plural": "guests",
                "ordering": ["organisation", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("certificate__isnull", False)),
                        fields=("agency", "ceremony", "certificate"),
                        name="a_certificate_once_per_ceremony",
                    )
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="PrintBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("plaques", "plaques"), ("certificates", "certificates")], max_length=12, verbose_name="kind"
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                ("number", models.PositiveIntegerField(default=0, verbose_name="number of documents")),
                ("left_out", models.JSONField(default=list)),
                ("made_at", models.DateTimeField(null=True, verbose_name="made at")),
                (
                    "agency",
                    models.ForeignKey(
                        default=core.tenancy.current_agency_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked for by",
                    ),
                ),
                (
                    "ceremony",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.ceremony"
                    ),
                ),
                ("file", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
            ],
            options={
                "verbose_name": "print batch",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("file", None), ("made_at", None)), ("made_at__isnull", False), _connector="OR"),
                        name="batch_made_before_it_has_a_file",
                    )
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="PlaqueOrder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "size",
                    models.CharField(
                        choices=[("a3", "A3, lying"), ("square", "small square")], default="a3", max_length=6, verbose_name="size of the plaque"
                    ),
                ),
                (
                    "delivery",
                    models.CharField(
                        choices=[("ceremony", "at the ceremony"), ("post", "by post"), ("pickup", "picked up")],
                        default="ceremony",
                        max_length=8,
                        verbose_name="delivery",
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=260, verbose_name="address")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("asked", "waits for the proof"),
                            ("proofed", "proof approved"),
                            ("ordered", "ordered"),
                            ("made", "made"),
                            ("handed_over", "handed over"),
                            ("due_back", "to be returned"),
                            ("returned", "returned"),
                            ("cancelled", "cancelled"),
                        ],
                        default="asked",
                        editable=False,
                        max_length=11,
                        verbose_name="state",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                ("objection", models.TextField(blank=True, verbose_name="what is wrong on the proof")),
                ("proofed_at", models.DateTimeField(null=True, verbose_name="proof approved at")),
                ("ordered_at", models.DateTimeField(null=True, verbose_name="ordered at")),
                ("made_on", models.DateField(null=True, verbose_name="made on")),
                ("handed_on", models.DateField(null=True, verbose_name="handed over on")),
                ("received_by", models.CharField(blank=True, max_length=60, verbose_name="received by")),
                ("due_back_on", models.DateField(null=True, verbose_name="to be returned by")),
                ("returned_on", models.DateField(null=True, verbose_name="returned on")),
                ("cancelled_at", models.DateTimeField(null=True, verbose_name="cancelled at")),
                ("cancelled_reason", models.TextField(blank=True, verbose_name="reason")),
                (
                    "agency",
                    models.ForeignKey(
                        default=core.tenancy.current_agency_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked for by",
                    ),
                ),
                (
                    "certificate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plaque_orders", to="certification.certificate"
                    ),
                ),
                (
                    "proof",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificatedocument"
                    ),
                ),
                (
                    "proofed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="approved by",
                    ),
                ),
                (
                    "receipt",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.letter"),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.printbatch"
                    ),
                ),
            ],
            options={
                "verbose_name": "plaque",
                "verbose_name_plural": "plaques",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("stage__in", ["asked", "proofed", "ordered", "made"])),
                        fields=("agency", "certificate", "size"),
                        name="one_plaque_of_a_size_under_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage__in", ["ordered", "made", "handed_over"]), _negated=True),
                            ("proof__isnull", False),
                            _connector="OR",
                        ),
                        name="ordered_with_an_approved_proof",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage__in", ["handed_over", "due_back", "returned"]), _negated=True),
                            ("handed_on__isnull", False),
                            _connector="OR",
                        ),
                        name="handed_over_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("delivery", "post"), _negated=True), models.Q(("address", ""), _negated=True), _connector="OR"
                        ),
                        name="posted_to_an_address",
                    ),
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AlterField(
            model_name="certificateevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("issued", "certified"),
                    ("imported", "certified (entered from the papers)"),
                    ("suspended", "suspended"),
                    ("reinstated", "suspension lifted"),
                    ("revoked", "revoked"),
                    ("surrendered", "surrendered"),
                    ("superseded", "replaced by a newer certificate"),
                    ("prolonged", "prolonged"),
                    ("corrected", "corrected"),
                    ("reissued", "issued anew"),
                    ("expired", "expired"),
                ],
                max_length=12,
                verbose_name="kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="certificateevent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "expired")), fields=("agency", "certificate"), name="a_certificate_expires_once"
            ),
        ),
        migrations.AddField(
            model_name="certificatedocument",
            name="revision",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificaterevision"
            ),
        ),
    ]
