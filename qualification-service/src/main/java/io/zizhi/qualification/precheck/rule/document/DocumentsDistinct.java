package io.zizhi.qualification.precheck.rule.document;

import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.DocumentChecks;
import io.zizhi.qualification.precheck.facts.AttachedLetter;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that no file is used for two pieces of evidence, whether by its id or by its bytes. The two sides of one id
 * document are compared by {@link IdPhotos}.
 */
@Singleton
public class DocumentsDistinct implements Rule {

    static final RuleCode DOCUMENT_REPEATED = new RuleCode(
            "DOCUMENT_REPEATED",
            "此处与另一处上传了内容完全相同的文件，请分别上传对应的文件。",
            "The same file is uploaded in two places: upload the right file in each.");

    private static final String MORE_MATERIAL = "MORE_MATERIAL";

    @Override
    public List<RuleCode> codes() {
        return List.of(DOCUMENT_REPEATED);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        List<DocumentUse> uses =
                Stream.concat(form.documents().stream(), ofLetter(facts)).toList();
        boolean onePerson = form.hasOnePersonTwice();
        return Stream.iterate(0, index -> index < uses.size(), index -> index + 1)
                .map(index -> judge(uses.get(index), uses.subList(0, index), onePerson, facts))
                .toList();
    }

    private static Outcome judge(DocumentUse use, List<DocumentUse> earlier, boolean onePerson, Facts facts) {
        return earlier.stream()
                .filter(other -> DocumentChecks.areIdentical(use.documentId(), other.documentId(), facts.documents()))
                .filter(other -> !areSidesOfOneDocument(use, other))
                .filter(other -> !(onePerson && use.kind().equals(other.kind())) || isMaterial(use))
                .findFirst()
                .map(other -> repeated(use, other))
                .orElseGet(() -> DOCUMENT_REPEATED.passed(use.pointer()));
    }

    /** Repeated further material is useless but harmless. */
    private static Outcome repeated(DocumentUse use, DocumentUse other) {
        RuleCode code = DOCUMENT_REPEATED.saying(
                "与 " + other.pointer() + " 相同。", "It equals the file at " + other.pointer() + ".");
        return isMaterial(use) || isMaterial(other) ? code.warning(use.pointer()) : code.failed(use.pointer());
    }

    private static boolean isMaterial(DocumentUse use) {
        return use.kind().equals(MORE_MATERIAL);
    }

    private static boolean areSidesOfOneDocument(DocumentUse use, DocumentUse other) {
        return !isMaterial(use) && parent(use).equals(parent(other));
    }

    private static String parent(DocumentUse use) {
        return use.pointer().substring(0, use.pointer().lastIndexOf('/'));
    }

    private static Stream<DocumentUse> ofLetter(Facts facts) {
        return facts.account().letter().filter(AttachedLetter::travels).stream()
                .flatMap(letter -> letter.form().documents().stream())
                .map(use -> new DocumentUse("/letter" + use.pointer(), use.documentId(), use.kind()));
    }
}
