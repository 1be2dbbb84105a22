"""Plaques and ceremonies."""

P, C = 'tests/certification/test_plaque_order.py::', 'tests/certification/test_ceremony.py::'
ORDER, ENDS, CEREMONY = ('certification/workflow/plaque_order.py', 'certification/workflow/plaque_ends.py',
                         'certification/workflow/ceremony.py')

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ('the proof that was read is the one approved', ORDER,
     'refuse_if(str(proof.public_id) != str(seen),', 'refuse_if(False,',
     P + 'test_the_proof_that_was_read_is_the_one_that_is_approved'),
    ('made anew, a plaque is proofed again', 'certification/workflow/certificate_versions.py',
     '        proof_again(certificate, actor=actor)', '        pass',
     P + 'test_approved_and_made_anew_it_is_read_once_more_and_ordered_it_stays'),
    ('ended before the handover it is cancelled', ENDS,
     '            _cancel(certificate, order, actor)', '            pass', P + 'test_ended_before_the_handover_it_is_cancelled'),
    ('ended in its hands it is asked back', ENDS,
     '            _ask_back(certificate, order, actor)', '            pass',
     P + 'test_ended_in_its_holders_hands_it_is_asked_back_and_a_receipt_is_written'),
    ('nothing is handed over of what is suspended', ORDER,
     '    require(can_keep_plaques(actor))\n    _refuse_not_good(certificate)', '    require(can_keep_plaques(actor))',
     P + 'test_suspended_it_is_neither_ordered_nor_handed_over'),
    ('only its people and the desk order a plaque', ORDER,
     'certificate = lock(certificate)\n    require(can_order_plaque(actor, certificate))', 'certificate = lock(certificate)',
     P + 'test_others_order_nothing'),
    ('an invitation is seen once it is sent', 'certification/models/ceremony.py',
     'models.Q(provider__in=mine, invited_at__isnull=False)', 'models.Q(provider__in=mine)',
     C + 'test_a_provider_sees_its_own_invitation_and_only_once_it_is_invited'),
    ('answers end with the day named', CEREMONY,
     '    refuse_if(not ceremony.takes_answers, _("The day until which guests answer has passed. Please', '    refuse_if(False, _("The day until which guests answer has passed. Please',
     C + 'test_it_answers_until_the_day_named_and_may_change_its_mind'),
    ('names of guests are erased', CEREMONY,
     'rows.update(name="", seat="", erased_at', 'rows.update(erased_at', C + 'test_names_are_erased_six_months_after_it_and_not_before'),
]
