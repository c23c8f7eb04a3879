package io.zizhi.faults.audit.notices;

import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.SubmittedForm;
import io.zizhi.faults.evidence.Timelines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds all approvals, their instants, and their ends. */
final class Approvals {

    private static final String APPROVED = "APPROVED";

    private final Evidence evidence;
    private final ActTimes times;

    Approvals(Evidence evidence) {
        this.evidence = evidence;
        this.times = new ActTimes(evidence);
    }

    List<Approval> all() {
        List<Approval> all = new ArrayList<>(qualifications());
        all.addAll(letters());
        return all;
    }

    private List<Approval> qualifications() {
        Timelines timelines = Timelines.ofQualifications(evidence);
        Map<String, List<Row>> byOwner = evidence.rows(Evidence.QUALIFICATION, "revision").stream()
                .filter(revision -> revision.text("outcome").equals(APPROVED))
                .sorted(Comparator.comparingLong(revision -> revision.number("work_order")))
                .collect(Collectors.groupingBy(revision -> revision.text("qualification_id")));
        List<Approval> approvals = new ArrayList<>();
        byOwner.forEach((owner, approved) -> {
            for (int index = 0; index < approved.size(); index++) {
                String workOrder = approved.get(index).text("work_order");
                approvals.add(new Approval(
                        Approval.QUALIFICATION,
                        owner,
                        index + 1L,
                        workOrder,
                        SubmittedForm.of(approved.get(index)).ends(),
                        times.approved(owner, workOrder),
                        index + 1 < approved.size()
                                ? Optional.of(times.approved(
                                        owner, approved.get(index + 1).text("work_order")))
                                : deleted(owner, timelines)));
            }
        });
        return approvals;
    }

    /** Returns the approvals of letters. An approved letter is never submitted again. */
    private List<Approval> letters() {
        Timelines timelines = Timelines.ofLetters(evidence);
        return evidence.rows(Evidence.QUALIFICATION, "letter_submission").stream()
                .filter(letter -> letter.text("outcome").equals(APPROVED))
                .map(letter -> {
                    String owner = letter.text("letter_id");
                    String workOrder = letter.text("work_order");
                    return new Approval(
                            Approval.LETTER,
                            owner,
                            1,
                            workOrder,
                            SubmittedForm.of(letter).endOfLetter(),
                            times.approved(owner, workOrder),
                            deleted(owner, timelines));
                })
                .toList();
    }

    /** Returns when the owner was deleted. A deletion is always the last act. */
    private Optional<Span> deleted(String owner, Timelines timelines) {
        List<Row> acts = timelines.of(owner);
        return acts.isEmpty() || !Timelines.is(acts.getLast(), "delete")
                ? Optional.empty()
                : Optional.of(times.deleted(owner, acts.size()));
    }
}
