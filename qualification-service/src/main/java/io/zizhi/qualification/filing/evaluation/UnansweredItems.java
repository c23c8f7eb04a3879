package io.zizhi.qualification.filing.evaluation;

import io.zizhi.qualification.catalogue.comparison.FieldChange;
import io.zizhi.qualification.catalogue.comparison.FormDifference;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.precheck.facts.Facts.RequestedItem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds items of the last supplement request (资料待补充) that the form leaves unanswered. */
@Singleton
public class UnansweredItems {

    private static final String LETTER = "/letter";

    private final RevisionSeal seal;

    UnansweredItems(RevisionSeal seal) {
        this.seal = seal;
    }

    /** Returns the items of the last decision that the shown form does not answer; empty without a request. */
    public List<RequestedItem> of(Dossier dossier) {
        List<Decision.Item> items = dossier.decision().map(Decision::items).orElse(List.of());
        if (items.isEmpty()) {
            return List.of();
        }
        return dossier.current()
                .map(current -> between(seal.open(current, dossier.cipher()), dossier.form(), items))
                .orElse(List.of());
    }

    /**
     * Compares the form with the one for which the items were requested. A requested document is answered by a new
     * document of its kind, for the same person. Anything else is answered by a change at its pointer. Items about the
     * letter are not compared, because a letter is edited separately.
     */
    static List<RequestedItem> between(QualificationForm before, QualificationForm after, List<Decision.Item> items) {
        List<FieldChange> changes = FormDifference.between(before, after);
        Set<String> submitted =
                before.documents().stream().map(DocumentUse::documentId).collect(Collectors.toSet());
        return items.stream()
                .filter(item -> !item.pointer().startsWith(LETTER))
                .filter(item -> !hasNewDocument(item, after, submitted))
                .filter(item -> item.documentKind() != null || !isChanged(item.pointer(), changes))
                .map(item -> new RequestedItem(item.code(), item.pointer()))
                .toList();
    }

    private static boolean hasNewDocument(Decision.Item item, QualificationForm after, Set<String> submitted) {
        return after.documents().stream()
                .anyMatch(use -> use.kind().equals(item.documentKind())
                        && !submitted.contains(use.documentId())
                        && !isOfAnotherPerson(use, item, after));
    }

    private static boolean isOfAnotherPerson(DocumentUse use, Decision.Item item, QualificationForm form) {
        List<String> persons =
                form.persons().stream().map(IdentifiedPerson::pointer).toList();
        return persons.stream().anyMatch(use.pointer()::startsWith)
                && persons.stream()
                        .anyMatch(person -> item.pointer().startsWith(person)
                                && !use.pointer().startsWith(person));
    }

    private static boolean isChanged(String pointer, List<FieldChange> changes) {
        return changes.stream()
                .map(FieldChange::pointer)
                .anyMatch(changed -> changed.equals(pointer)
                        || changed.startsWith(pointer + "/")
                        || pointer.startsWith(changed + "/"));
    }
}
