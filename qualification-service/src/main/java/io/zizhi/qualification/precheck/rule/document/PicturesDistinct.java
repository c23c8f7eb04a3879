package io.zizhi.qualification.precheck.rule.document;

import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.DocumentChecks;
import io.zizhi.qualification.precheck.facts.DocumentState;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.RecognisedPicture;
import io.zizhi.qualification.precheck.recognition.PictureComparison;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Warns if two fields seem to have the same picture, for example scaled or compressed again. {@link DocumentsDistinct} and
 * {@link IdPhotos} find the same file.
 */
@Singleton
public class PicturesDistinct implements Rule {

    static final RuleCode PICTURE_REPEATED = new RuleCode(
            "PICTURE_REPEATED",
            "此处与另一处的图片似为同一张，请分别上传对应的图片。确认不是同一张的不影响提交。",
            "The picture seems to be the same as another one: upload the right picture in each place. If they differ,"
                    + " this does not block the submission.");

    @Override
    public List<RuleCode> codes() {
        return List.of(PICTURE_REPEATED);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        Map<String, DocumentState> documents = facts.documents().orElse(Map.of());
        List<DocumentUse> uses = form.documents().stream()
                .filter(use -> picture(use, documents).isPresent())
                .toList();
        return IntStream.range(0, uses.size())
                .mapToObj(index -> judge(form, uses.get(index), uses.subList(0, index), documents))
                .toList();
    }

    private static Outcome judge(
            QualificationForm form, DocumentUse use, List<DocumentUse> earlier, Map<String, DocumentState> documents) {
        RecognisedPicture picture = picture(use, documents).orElseThrow();
        return earlier.stream()
                .filter(other -> !(form.hasOnePersonTwice() && use.kind().equals(other.kind())))
                .filter(other ->
                        !DocumentChecks.areIdentical(use.documentId(), other.documentId(), Optional.of(documents)))
                .filter(other -> PictureComparison.showTheSame(
                        picture, picture(other, documents).orElseThrow()))
                .findFirst()
                .map(other -> PICTURE_REPEATED
                        .saying(
                                "与 " + other.pointer() + " 相似。",
                                "It looks like the picture at " + other.pointer() + ".")
                        .warning(use.pointer()))
                .orElseGet(() -> PICTURE_REPEATED.passed(use.pointer()));
    }

    private static Optional<RecognisedPicture> picture(DocumentUse use, Map<String, DocumentState> documents) {
        return Optional.ofNullable(documents.get(use.documentId())).flatMap(DocumentState::recognised);
    }
}
