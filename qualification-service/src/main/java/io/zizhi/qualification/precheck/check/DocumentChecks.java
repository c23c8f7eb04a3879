package io.zizhi.qualification.precheck.check;

import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.DocumentState;
import io.zizhi.qualification.precheck.facts.RecognisedPicture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks whether the documents named in a form or letter can be used. Pure functions without I/O. */
public final class DocumentChecks {

    public static final RuleCode DOCUMENT_NOT_USABLE = new RuleCode(
            "DOCUMENT_NOT_USABLE", "文件暂时无法核对，请稍后重试。", "The document cannot be checked at the moment: try again later.");

    public static final RuleCode DOCUMENT_NOT_FOUND =
            new RuleCode("DOCUMENT_NOT_FOUND", "文件不存在，请重新上传。", "The document does not exist: upload it again.");

    public static final RuleCode DOCUMENT_WRONG_KIND = new RuleCode(
            "DOCUMENT_WRONG_KIND",
            "文件上传时的类型与此处不符，请按正确类型重新上传。",
            "The document was uploaded as a different kind: upload it again as the required kind.");

    public static final RuleCode DOCUMENT_QUARANTINED = new RuleCode(
            "DOCUMENT_QUARANTINED",
            "文件未通过安全扫描，请更换文件。",
            "The document did not pass the malware scan: upload a different file.");

    public static final RuleCode DOCUMENT_PENDING_SCAN =
            new RuleCode("DOCUMENT_PENDING_SCAN", "文件尚未完成安全扫描。", "The document has not been scanned for malware yet.");

    public static final RuleCode RED_SEAL_NEEDED = new RuleCode(
            "RED_SEAL_NEEDED",
            "图片似为黑白。彩色原件照片无需盖章；复印件或黑白图片须加盖红色企业公章后拍照上传。",
            "The picture seems to be black and white. A colour photo of the original needs no seal; stamp a copy or a"
                    + " black-and-white picture with the red company seal and upload a photo of it.");

    public static final RuleCode LETTER_SEAL_NEEDED = new RuleCode(
            "LETTER_SEAL_NEEDED",
            "图片似为黑白，看不出红色公章。授权委托书必须加盖红色公章，请盖章后上传彩色照片或彩色扫描图片。",
            "The picture seems to be black and white, so that it shows no red seal. A letter must always be sealed:"
                    + " stamp it with the red seal and upload a colour photo or scan of it.");

    /** The codes for documents of a form. */
    public static final List<RuleCode> CODES = List.of(
            DOCUMENT_NOT_USABLE,
            DOCUMENT_NOT_FOUND,
            DOCUMENT_WRONG_KIND,
            DOCUMENT_QUARANTINED,
            DOCUMENT_PENDING_SCAN,
            RED_SEAL_NEEDED);

    /** The codes for the picture of a letter. */
    public static final List<RuleCode> LETTER_CODES = List.of(
            DOCUMENT_NOT_USABLE,
            DOCUMENT_NOT_FOUND,
            DOCUMENT_WRONG_KIND,
            DOCUMENT_QUARANTINED,
            DOCUMENT_PENDING_SCAN,
            LETTER_SEAL_NEEDED);

    private static final String MORE_MATERIAL = "MORE_MATERIAL";
    private static final String LETTER = "AUTHORIZATION_LETTER";

    private DocumentChecks() {}

    /** @param known document states by id; empty if document-service does not answer */
    public static List<Outcome> judge(
            List<DocumentUse> uses, Optional<Map<String, DocumentState>> known, boolean scanRequired) {
        Stream<Outcome> usable = uses.stream()
                .map(use -> known.map(documents -> judge(use, documents.get(use.documentId()), scanRequired))
                        .orElse(DOCUMENT_NOT_USABLE.unknown(use.pointer())));
        Stream<Outcome> colours = uses.stream()
                .filter(use -> !use.kind().equals(MORE_MATERIAL))
                .flatMap(use -> known
                        .map(documents -> documents.get(use.documentId()))
                        .flatMap(document -> judgeColour(use, document))
                        .stream());
        return Stream.concat(usable, colours).toList();
    }

    /**
     * Returns nothing if the colours of the picture are unknown. Those found at the upload count first: recognition takes
     * dark photos for black and white.
     */
    private static Optional<Outcome> judgeColour(DocumentUse use, DocumentState document) {
        Optional<RecognisedPicture> recognised = document.recognised();
        RuleCode seal = use.kind().equals(LETTER) ? LETTER_SEAL_NEEDED : RED_SEAL_NEEDED;
        return Optional.ofNullable(document.colour())
                .or(() -> recognised.map(RecognisedPicture::colour))
                .map(colour ->
                        colour || recognised.filter(RecognisedPicture::redSeal).isPresent()
                                ? seal.passed(use.pointer())
                                : seal.warning(use.pointer()));
    }

    /** Returns whether both documents are the same, or have the same bytes. */
    public static boolean areIdentical(String documentId, String otherId, Optional<Map<String, DocumentState>> known) {
        return documentId.equals(otherId)
                || digest(documentId, known)
                        .filter(digest ->
                                digest(otherId, known).filter(digest::equals).isPresent())
                        .isPresent();
    }

    private static Optional<String> digest(String documentId, Optional<Map<String, DocumentState>> known) {
        return known.map(documents -> documents.get(documentId)).map(DocumentState::sha256);
    }

    private static Outcome judge(DocumentUse use, @Nullable DocumentState document, boolean scanRequired) {
        if (document == null) {
            return DOCUMENT_NOT_FOUND.failed(use.pointer());
        }
        if (document.kind() != null && !document.kind().equals(use.kind())) {
            return DOCUMENT_WRONG_KIND.failed(use.pointer());
        }
        return switch (document.status()) {
            case AVAILABLE -> DOCUMENT_NOT_USABLE.passed(use.pointer());
            case NOT_FOUND -> DOCUMENT_NOT_FOUND.failed(use.pointer());
            case WRONG_KIND -> DOCUMENT_WRONG_KIND.failed(use.pointer());
            case QUARANTINED -> DOCUMENT_QUARANTINED.failed(use.pointer());
            case PENDING_SCAN ->
                scanRequired
                        ? DOCUMENT_PENDING_SCAN
                                .saying(
                                        "请等扫描完成后再试；长时间未完成请联系运维人员。",
                                        "Try again after the scan; if it does not end, contact the operator.")
                                .failed(use.pointer())
                        : DOCUMENT_PENDING_SCAN
                                .saying(
                                        "本系统不要求扫描，不影响提交。",
                                        "This installation does not require a scan, so this does not block the"
                                                + " submission.")
                                .warning(use.pointer());
        };
    }
}
