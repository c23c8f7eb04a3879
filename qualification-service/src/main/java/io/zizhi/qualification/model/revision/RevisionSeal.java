package io.zizhi.qualification.model.revision;

import io.vertx.core.json.JsonObject;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.PersonalData;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.StoredJson;
import io.zizhi.qualification.form.standard.MobileNumber;
import io.zizhi.qualification.form.standard.WrittenName;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes a form into a revision and reads it back. Data of natural persons is encrypted. */
@Singleton
public class RevisionSeal extends ReviewSeal {

    private final StoredJson json;
    private final BlindIndex blindIndex;

    RevisionSeal(StoredJson json, BlindIndex blindIndex) {
        super(json);
        this.json = json;
        this.blindIndex = blindIndex;
    }

    public void fill(Revision revision, QualificationForm form, AccountCipher cipher) {
        revision.fill(
                new JsonObject(json.write(form.withoutPersonalData())),
                cipher.encrypt(json.write(form.personalData()), address(revision)),
                form.creditCode().orElse(null),
                indexes(form));
    }

    /** Encrypts a remark that an earlier release stored in the plain part. The form stays the same. */
    void sealRemark(Revision revision, AccountCipher cipher) {
        PersonalData personal = open(revision, cipher).personalData();
        revision.sealRemark(cipher.encrypt(json.write(personal), address(revision)));
    }

    /** Returns the form with its personal data in plain text. */
    public QualificationForm open(Revision revision, AccountCipher cipher) {
        String personal = cipher.decrypt(revision.personalData(), address(revision));
        return json.read(revision.content().encode(), QualificationForm.class)
                .withStored(json.read(personal, PersonalData.class));
    }

    /** Returns the keyed hash of the administrator's id number; empty if the number is not filled in. */
    public Optional<String> administratorIndex(QualificationForm form) {
        return Optional.ofNullable(form.administrator())
                .flatMap(IdentifiedPerson::normalisedIdNumber)
                .filter(number -> !number.isEmpty())
                .map(number -> blindIndex.of("administrator_id", number));
    }

    private PersonIndexes indexes(QualificationForm form) {
        return new PersonIndexes(
                administratorIndex(form).orElse(null),
                Optional.ofNullable(form.legalRepresentative())
                        .map(LegalRepresentative::name)
                        .map(name -> legalRepresentativeIndex(name.reveal()))
                        .orElse(null),
                Optional.ofNullable(form.legalRepresentative())
                        .flatMap(IdentifiedPerson::normalisedIdNumber)
                        .filter(number -> !number.isEmpty())
                        .map(number -> blindIndex.of("legal_representative_id", number))
                        .orElse(null),
                Optional.ofNullable(form.administrator())
                        .map(Administrator::phone)
                        .flatMap(phone -> MobileNumber.normalised(phone.reveal()))
                        .map(digits -> blindIndex.of("administrator_phone", digits))
                        .orElse(null));
    }

    /** Returns the keyed hash of a legal representative's name. */
    public String legalRepresentativeIndex(String name) {
        return blindIndex.of("legal_representative_name", new WrittenName(name.strip()).normalised());
    }

    private static FieldAddress address(Revision revision) {
        return new FieldAddress("revision", "personal_data", Long.toString(revision.id()));
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("revision", "id", "bigint", "personal_data", "decision");
    }
}
