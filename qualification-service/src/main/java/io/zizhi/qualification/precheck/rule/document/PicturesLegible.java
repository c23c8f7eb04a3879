package io.zizhi.qualification.precheck.rule.document;

import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.RecognisedPicture;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.PictureHint;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Warns about pictures that seem to show the wrong side, or that are hardly legible, cropped or reflecting. Only warns,
 * because recognition may be wrong. A picture that is not recognised yet is unknown, which does not block a submission.
 */
@Singleton
public class PicturesLegible implements Rule {

    static final RuleCode PICTURE_NOT_RECOGNISED = new RuleCode(
            "PICTURE_NOT_RECOGNISED",
            "图片尚未完成识别或无法识别，未与所填内容比对。不影响提交，由审核员核实。",
            "The picture has not been recognised, so it was not compared with the form. This does not block the"
                    + " submission; the reviewer checks it.");

    static final RuleCode PICTURE_OTHER_SIDE = new RuleCode(
            "PICTURE_OTHER_SIDE",
            "图片似为证件的另一面，请检查国徽面与人像面是否上传颠倒。确认无误的不影响提交。",
            "The picture seems to show the other side of the id document: check whether the two sides are swapped. If"
                    + " they are not, this does not block the submission.");

    static final RuleCode PICTURE_UNREADABLE = new RuleCode(
            "PICTURE_UNREADABLE",
            "图片中的文字难以辨认，建议上传更清晰的图片。不影响提交，但可能被审核员退回。",
            "The text in the picture is hardly legible: upload a clearer picture. This does not block the submission,"
                    + " but the reviewer may return it.");

    static final RuleCode PICTURE_CROPPED = new RuleCode(
            "PICTURE_CROPPED",
            "图片边缘似截断了文字，建议上传完整拍到证件四边的图片。确认内容完整的不影响提交。",
            "The edge of the picture seems to cut off text: upload a picture that shows the whole document. If nothing"
                    + " is missing, this does not block the submission.");

    static final RuleCode PICTURE_GLARE = new RuleCode(
            "PICTURE_GLARE",
            "图片似有反光，可能遮挡内容，建议换个角度重新拍摄。内容清晰可见的不影响提交。",
            "A reflection seems to hide a part of the picture: take it again at another angle. If everything is"
                    + " legible, this does not block the submission.");

    @Override
    public List<RuleCode> codes() {
        return List.of(PICTURE_NOT_RECOGNISED, PICTURE_OTHER_SIDE, PICTURE_UNREADABLE, PICTURE_CROPPED, PICTURE_GLARE);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        var documents = facts.documents().orElse(Map.of());
        return form.documents().stream()
                .flatMap(use -> Optional.ofNullable(documents.get(use.documentId()))
                        .map(document -> document.picture())
                        .map(picture -> judge(use, picture))
                        .orElse(Stream.empty()))
                .toList();
    }

    private static Stream<Outcome> judge(DocumentUse use, RecognisedPicture picture) {
        return switch (picture.state()) {
            case NOT_APPLICABLE -> Stream.empty();
            case PENDING, FAILED -> Stream.of(PICTURE_NOT_RECOGNISED.unknown(use.pointer()));
            case DONE ->
                picture.hints().isEmpty()
                        ? Stream.of(PICTURE_UNREADABLE.passed(use.pointer()))
                        : picture.hints().stream()
                                .sorted()
                                .filter(hint -> !isConsequence(hint, picture))
                                .map(hint -> code(hint).warning(use.pointer()));
        };
    }

    /** The other side has none of the expected fields, so it also counts as unreadable. */
    private static boolean isConsequence(PictureHint hint, RecognisedPicture picture) {
        return hint == PictureHint.UNREADABLE && picture.hints().contains(PictureHint.OTHER_SIDE);
    }

    private static RuleCode code(PictureHint hint) {
        return switch (hint) {
            case OTHER_SIDE -> PICTURE_OTHER_SIDE;
            case UNREADABLE -> PICTURE_UNREADABLE;
            case CROPPED -> PICTURE_CROPPED;
            case GLARE -> PICTURE_GLARE;
        };
    }
}
