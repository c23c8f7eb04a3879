package io.zizhi.qualification.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.encryption.AccountCipher;
import io.zizhi.platform.encryption.BlindIndex;
import io.zizhi.platform.encryption.FieldAddress;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.LegalPerson;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.form.PersonalData;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Puts a form into a revision and takes it out again: what it says of natural persons goes in encrypted. */
@Singleton
public class RevisionSeal {

    private final ObjectMapper json;
    private final ObjectReader stored;
    private final BlindIndex blindIndex;

    @Inject
    RevisionSeal(ObjectMapper json, BlindIndex blindIndex) {
        this.json = json;
        // A newer version of this service may have stored fields that this one does not know yet.
        this.stored = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.blindIndex = blindIndex;
    }

    /** Fills the working copy with {@code form}. */
    public void fill(Revision revision, Particulars form, AccountCipher cipher) {
        revision.fill(
                new JsonObject(write(form.withoutPersonalData())),
                cipher.encrypt(write(form.personalData()), address(revision, "personal_data")),
                form.creditCode().orElse(null),
                administratorIndex(form).orElse(null),
                Optional.ofNullable(form.legalPerson())
                        .map(LegalPerson::name)
                        .map(name -> legalPersonIndex(name.reveal()))
                        .orElse(null));
    }

    /** The form, with its personal data in plain text. */
    public Particulars open(Revision revision, AccountCipher cipher) {
        String personal = cipher.decrypt(revision.personalData(), address(revision, "personal_data"));
        return read(revision.content().encode(), Particulars.class).with(read(personal, PersonalData.class));
    }

    /** Keeps what the pre-check found when the revision was submitted. */
    public void keep(Revision revision, Object evaluation) {
        revision.keep(new JsonObject(write(evaluation)));
    }

    /** What the pre-check found, in the form in which it was kept; nothing for what was submitted before it was. */
    public <T> Optional<T> evaluation(Revision revision, Class<T> form) {
        return revision.evaluation().map(kept -> read(kept.encode(), form));
    }

    public void decide(Revision revision, ReviewOutcome outcome, Decision decision, Instant at, AccountCipher cipher) {
        revision.decide(outcome, cipher.encrypt(write(decision), address(revision, "decision")), at);
    }

    /** What the reviewer said, once it is decided. */
    public Optional<Decision> decision(Revision revision, AccountCipher cipher) {
        return Optional.ofNullable(cipher.decryptOrNull(revision.decision(), address(revision, "decision")))
                .map(text -> read(text, Decision.class));
    }

    /** By what the administrator of a form is found again; nothing where the number is not filled in. */
    public Optional<String> administratorIndex(Particulars form) {
        return Optional.ofNullable(form.administrator())
                .flatMap(IdentifiedPerson::normalisedIdNumber)
                .filter(number -> !number.isEmpty())
                .map(number -> blindIndex.of("administrator_id", number));
    }

    /** By what the forms that name a legal person are found again. */
    public String legalPersonIndex(String name) {
        return blindIndex.of("legal_person_name", name.strip());
    }

    private static FieldAddress address(Revision revision, String column) {
        return new FieldAddress("revision", column, Long.toString(revision.id()));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A revision could not be written", impossible);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return stored.forType(type).readValue(text);
        } catch (JsonProcessingException damaged) {
            // The cause may quote the text, which is personal; its place is enough.
            throw new IllegalStateException("A revision could not be read: " + damaged.getLocation());
        }
    }
}
