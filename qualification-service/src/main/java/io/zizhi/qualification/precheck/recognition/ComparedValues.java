package io.zizhi.qualification.precheck.recognition;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.Certificate;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.RecognisedValue;
import io.zizhi.qualification.precheck.facts.DocumentState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assigns the values recognised in the pictures of a form to its fields. */
public final class ComparedValues {

    private final Map<String, DocumentState> documents;
    private final Map<String, String> typed;
    private final List<ComparedValue> values = new ArrayList<>();

    private ComparedValues(Map<String, DocumentState> documents, Map<String, String> typed) {
        this.documents = documents;
        this.typed = typed;
    }

    /**
     * Returns the recognised values in the order of the form. A field has two values if two pictures show it, for example
     * the legal representative's name.
     *
     * @param documents document states by id
     */
    public static List<ComparedValue> of(QualificationForm form, Map<String, DocumentState> documents) {
        ComparedValues compared = new ComparedValues(documents, typed(form));
        compared.addCompany(form);
        form.persons().forEach(compared::addPerson);
        return List.copyOf(compared.values);
    }

    /** Returns the recognised values that differ from the form. */
    public static List<RecognisedValue> differing(QualificationForm form, Map<String, DocumentState> documents) {
        return of(form, documents).stream()
                .filter(ComparedValue::differs)
                .map(ComparedValue::recognised)
                .toList();
    }

    /** Returns recognised values that were stored with a form, each with the value in the form. */
    public static List<ComparedValue> of(QualificationForm form, List<RecognisedValue> stored) {
        Map<String, String> typed = typed(form);
        return stored.stream()
                .map(value -> new ComparedValue(value, typed.get(value.pointer())))
                .toList();
    }

    /** Returns the values of the form that pictures show, by pointer. Empty fields are missing. */
    private static Map<String, String> typed(QualificationForm form) {
        Map<String, String> typed = new HashMap<>();
        Company company = form.company();
        if (company != null) {
            put(typed, "/company/name", company.name());
            put(typed, "/company/creditCode", company.creditCode());
            Certificate certificate = company.certificate();
            if (certificate != null) {
                put(typed, "/company/certificate/validFrom", certificate.validFrom());
                put(typed, "/company/certificate/validTo", certificate.validTo());
            }
        }
        form.persons().forEach(person -> {
            PersonName name = person.name();
            put(typed, person.pointer() + "/name", name == null ? null : name.reveal());
            IdNumber number = person.idNumber();
            put(typed, person.pointer() + "/idNumber", number == null ? null : number.reveal());
            put(typed, person.pointer() + "/validFrom", person.validFrom());
            put(typed, person.pointer() + "/validTo", person.validTo());
        });
        return typed;
    }

    private static void put(Map<String, String> typed, String pointer, @Nullable Object value) {
        if (value != null) {
            typed.put(pointer, value.toString());
        }
    }

    private void addCompany(QualificationForm form) {
        Company company = form.company();
        Certificate certificate = company == null ? null : company.certificate();
        String picture = certificate == null ? null : certificate.documentId();
        if (company == null || certificate == null || picture == null) {
            return;
        }
        add(picture, "name", "/company/name");
        add(picture, "creditCode", "/company/creditCode");
        add(picture, "validFrom", "/company/certificate/validFrom");
        add(picture, "validTo", "/company/certificate/validTo");
        add(picture, "legalRepresentative", "/legalRepresentative/name");
    }

    private void addPerson(IdentifiedPerson person) {
        String part = person.pointer();
        person.photos().forEach(picture -> {
            add(picture, "name", part + "/name");
            add(picture, "idNumber", part + "/idNumber");
            add(picture, "number", part + "/idNumber");
            add(picture, "validFrom", part + "/validFrom");
            add(picture, "validTo", part + "/validTo");
        });
    }

    /** Adds the value of a field if the picture shows it. */
    private void add(String documentId, String field, String pointer) {
        Optional.ofNullable(documents.get(documentId))
                .flatMap(DocumentState::recognised)
                .flatMap(picture -> picture.value(field))
                .map(value -> new RecognisedValue(pointer, value.value(), documentId, value.name(), value.confidence()))
                .map(value -> new ComparedValue(value, typed.get(pointer)))
                .ifPresent(values::add);
    }
}
