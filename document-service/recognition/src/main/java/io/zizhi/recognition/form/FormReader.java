package io.zizhi.recognition.form;

import io.zizhi.recognition.DocumentForm;
import io.zizhi.recognition.RecognizedField;
import java.util.List;

/** Finds the fields of one kind of document. */
public interface FormReader {

    List<RecognizedField> read(Page page);

    static FormReader of(DocumentForm form) {
        return switch (form) {
            case ID_PORTRAIT -> new IdPortrait();
            case ID_EMBLEM -> new IdEmblem();
            case OTHER_ID -> new OtherId();
            case BUSINESS_LICENSE -> new BusinessLicense();
            case INSTITUTION_CERTIFICATE -> new InstitutionCertificate();
        };
    }
}
