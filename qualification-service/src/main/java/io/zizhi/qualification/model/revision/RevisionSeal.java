package io.zizhi.qualification.model.revision;

import io.vertx.core.json.JsonObject;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.PersonalData;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.RecognisedValue;
import io.zizhi.qualification.form.StoredJson;
import io.zizhi.qualification.form.standard.MobileNumber;
import io.zizhi.qualification.form.standard.WrittenName;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
                indexes(form.personalData(), blindIndex));
    }

    /** Encrypts a remark that an earlier release stored in the plain part. The form stays the same. */
    void sealRemark(Revision revision, AccountCipher cipher) {
        PersonalData personal = open(revision, cipher).personalData().withRecognised(recognised(revision, cipher));
        revision.sealRemark(cipher.encrypt(json.write(personal), address(revision)));
    }

    /**
     * Stores values that were recognised in pictures and differ from the form, encrypted with the personal data. For a
     * working copy that is about to be submitted.
     */
    public void sealRecognised(
            Revision workingCopy, QualificationForm form, List<RecognisedValue> values, AccountCipher cipher) {
        workingCopy.sealRecognised(
                cipher.encrypt(json.write(form.personalData().withRecognised(values)), address(workingCopy)));
    }

    /** Returns recognised values that differed from the form when it was submitted; empty if there were none. */
    public List<RecognisedValue> recognised(Revision revision, AccountCipher cipher) {
        String personal = cipher.decrypt(revision.personalData(), address(revision));
        return Optional.ofNullable(json.read(personal, PersonalData.class).recognised())
                .orElse(List.of());
    }

    /** Returns the form with its personal data in plain text. */
    public QualificationForm open(Revision revision, AccountCipher cipher) {
        String personal = cipher.decrypt(revision.personalData(), address(revision));
        return json.read(revision.content().encode(), QualificationForm.class)
                .withStored(json.read(personal, PersonalData.class));
    }

    /** Returns the keyed hash of the administrator's id number; empty if the number is not filled in. */
    public Optional<BlindHash> administratorIndex(QualificationForm form) {
        return Optional.ofNullable(indexes(form.personalData(), blindIndex).administratorId());
    }

    /** Returns the keyed hashes of the persons in a revision; none if its account was erased. */
    public Optional<PersonIndexes> indexes(Revision revision, AccountCipher cipher) {
        return cipher.isDestroyed()
                ? Optional.empty()
                : Optional.of(indexes(open(revision, cipher).personalData(), blindIndex));
    }

    private static PersonIndexes indexes(PersonalData data, BlindIndex blindIndex) {
        String name = data.legalRepresentativeName();
        return new PersonIndexes(
                idNumber("administrator_id", data.administratorIdNumber(), blindIndex),
                name == null ? null : name(name, blindIndex),
                idNumber("legal_representative_id", data.legalRepresentativeIdNumber(), blindIndex),
                Optional.ofNullable(data.administratorPhone())
                        .flatMap(MobileNumber::normalised)
                        .map(digits -> blindIndex.of("administrator_phone", digits))
                        .orElse(null));
    }

    private static @Nullable BlindHash idNumber(String column, @Nullable String typed, BlindIndex blindIndex) {
        return Optional.ofNullable(typed)
                .map(IdNumber::of)
                .map(IdentifiedPerson::normalised)
                .filter(number -> !number.isEmpty())
                .map(number -> blindIndex.of(column, number))
                .orElse(null);
    }

    private static BlindHash name(String name, BlindIndex blindIndex) {
        return blindIndex.of("legal_representative_name", new WrittenName(name.strip()).normalised());
    }

    /** Returns the keyed hash of a legal representative's name. */
    public BlindHash legalRepresentativeIndex(String name) {
        return name(name, blindIndex);
    }

    private static FieldAddress address(Revision revision) {
        return new FieldAddress("revision", "personal_data", Long.toString(revision.id()));
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable(StoredJson json, BlindIndex blindIndex) {
        return EncryptedTable.of("revision", "id", "bigint", "personal_data", "decision")
                .hashed(
                        "personal_data",
                        PersonIndexes.COLUMNS,
                        plain -> indexes(json.read(plain, PersonalData.class), blindIndex)
                                .byColumn());
    }
}
