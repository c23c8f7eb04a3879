package io.zizhi.qualification.catalogue.copy;

import io.vertx.core.json.JsonObject;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.qualification.catalogue.copy.CopyAccount.Copied;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.PersonalData;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.StoredJson;
import io.zizhi.qualification.model.carrierfiling.CarrierFiling;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingSeal;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionSeal;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decrypts the rows of an account into plain fields. */
@Singleton
class CopyForms {

    private final RevisionSeal revisionSeal;
    private final LetterSeal letterSeal;
    private final CarrierFilingSeal filingSeal;
    private final StoredJson json;

    CopyForms(RevisionSeal revisionSeal, LetterSeal letterSeal, CarrierFilingSeal filingSeal, StoredJson json) {
        this.revisionSeal = revisionSeal;
        this.letterSeal = letterSeal;
        this.filingSeal = filingSeal;
        this.json = json;
    }

    List<Copied> qualifications(List<Qualification> found) {
        return found.stream()
                .map(each -> {
                    Map<String, Object> data = new LinkedHashMap<>();
                    data.put("id", each.id());
                    data.put("name", each.name());
                    data.put("purpose", each.purpose());
                    data.put("ownerType", each.ownerType());
                    data.put("status", each.status());
                    data.put("restriction", each.restriction());
                    data.put("deleted", each.isDeleted());
                    data.put("createdAt", each.createdAt());
                    data.put("updatedAt", each.updatedAt());
                    put(data, "currentRevision", each.currentRevision());
                    put(data, "inForceRevision", each.inForceRevision());
                    put(data, "workingRevision", each.workingRevision());
                    return new Copied(each.id(), data);
                })
                .toList();
    }

    List<Copied> revisions(List<Revision> found, AccountCipher cipher) {
        return found.stream()
                .map(each -> {
                    Map<String, Object> data = new LinkedHashMap<>();
                    data.put("id", each.id());
                    data.put("qualificationId", each.qualificationId());
                    put(data, "number", each.number());
                    put(data, "workOrder", each.workOrder());
                    put(data, "submittedAt", Optional.ofNullable(each.submittedAt()));
                    QualificationForm form = revisionSeal.open(each, cipher);
                    data.put("form", fields(form.withoutPersonalData()));
                    data.put("personalData", fields(personalData(form, each, cipher)));
                    putDecision(data, each, cipher);
                    return new Copied(each.id(), data);
                })
                .toList();
    }

    List<Copied> letters(List<AuthorizationLetter> found, AccountCipher cipher) {
        return found.stream()
                .map(each -> {
                    Map<String, Object> data = new LinkedHashMap<>();
                    data.put("id", each.id());
                    data.put("status", each.status());
                    data.put("deleted", each.isDeleted());
                    data.put("createdAt", each.createdAt());
                    data.put("updatedAt", each.updatedAt());
                    put(data, "renewalOf", each.renewalOf());
                    putForm(data, letterSeal.open(each, cipher));
                    return new Copied(each.id(), data);
                })
                .toList();
    }

    List<Copied> letterSubmissions(List<LetterSubmission> found, AccountCipher cipher) {
        return found.stream()
                .map(each -> {
                    Map<String, Object> data = new LinkedHashMap<>();
                    data.put("workOrder", each.workOrder());
                    data.put("letterId", each.letterId());
                    data.put("number", each.number());
                    put(data, "qualificationId", each.qualificationId());
                    put(data, "submittedAt", Optional.ofNullable(each.submittedAt()));
                    putForm(data, letterSeal.open(each, cipher));
                    put(data, "outcome", each.outcome());
                    put(data, "decidedAt", Optional.ofNullable(each.decidedAt()));
                    letterSeal.decision(each, cipher).ifPresent(decision -> data.put("decision", fields(decision)));
                    return new Copied(each.workOrder(), data);
                })
                .toList();
    }

    List<Copied> carrierFilings(List<CarrierFiling> found, AccountCipher cipher) {
        return found.stream()
                .map(each -> {
                    Map<String, Object> data = new LinkedHashMap<>();
                    data.put("id", each.id());
                    data.put("qualificationId", each.qualificationId());
                    data.put("signatureName", each.signatureName());
                    data.put("carrier", each.carrier());
                    data.put("status", each.status());
                    data.put("requestedAt", each.requestedAt());
                    put(data, "reportedAt", each.reportedAt());
                    put(data, "reason", each.reason());
                    put(data, "note", Optional.ofNullable(filingSeal.open(each, cipher)));
                    return new Copied(each.id(), data);
                })
                .toList();
    }

    /** Returns the personal data of the form with the values that were recognised in its pictures. */
    private PersonalData personalData(QualificationForm form, Revision revision, AccountCipher cipher) {
        return form.personalData().withRecognised(revisionSeal.recognised(revision, cipher));
    }

    private void putForm(Map<String, Object> data, LetterForm form) {
        data.put("form", fields(form.with(null)));
        put(data, "authorisedParty", form.party());
    }

    private void putDecision(Map<String, Object> data, Revision revision, AccountCipher cipher) {
        put(data, "outcome", revision.outcome());
        put(data, "decidedAt", Optional.ofNullable(revision.decidedAt()));
        revisionSeal.decision(revision, cipher).ifPresent(decision -> data.put("decision", fields(decision)));
    }

    private static void put(Map<String, Object> data, String name, Optional<?> value) {
        value.ifPresent(present -> data.put(name, present));
    }

    /** Returns the JSON fields of a value. */
    Map<String, Object> fields(Object value) {
        return new JsonObject(json.write(value)).getMap();
    }
}
