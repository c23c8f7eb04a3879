package io.zizhi.qualification.testing;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;

import io.zizhi.local.demo.DemoAccount;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Forms as clients send them. Each has its own name, administrator and documents. */
public final class Forms {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger PERSONS = new AtomicInteger();

    private Forms() {}

    /** A form that passes the pre-check. */
    public static Map<String, Object> good(DemoAccount account) {
        String creditCode = Objects.requireNonNull(account.creditCode());
        boolean institution = creditCode.startsWith("12");
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", "资质" + UUID.randomUUID().toString().replace("-", ""));
        form.put("purpose", "SELF");
        form.put("ownerType", institution ? "PUBLIC_INSTITUTION" : "COMPANY");
        form.put("remark", "第一行\n第二行");
        form.put(
                "company",
                map(
                        "name", Objects.requireNonNull(account.companyName()),
                        "creditCode", creditCode,
                        "certificate",
                                map(
                                        "kind",
                                        institution ? "INSTITUTION_CERTIFICATE" : "BUSINESS_LICENSE",
                                        "documentId",
                                        documentId(),
                                        "validFrom",
                                        "2020-01-01",
                                        "validTo",
                                        "2099-12-31")));
        form.put("legalRepresentative", person("李示例"));
        Map<String, Object> administrator = person("王示例");
        administrator.put("emblemDocumentId", documentId());
        administrator.put("portraitDocumentId", documentId());
        administrator.put("phone", "13900001234");
        administrator.put("phoneVerificationId", UUID.randomUUID().toString());
        form.put("administrator", administrator);
        form.put("moreMaterial", List.of(documentId()));
        form.put("consent", map("noticeVersion", "2026-11", "accepted", true));
        return form;
    }

    /** Returns the minimum that a draft needs. */
    public static Map<String, Object> bare() {
        return map(
                "name",
                "草稿" + UUID.randomUUID().toString().replace("-", ""),
                "purpose",
                "SELF",
                "ownerType",
                "COMPANY");
    }

    /** Returns the same form with a new phone verification, which every submission needs. */
    public static Map<String, Object> verifiedAgain(Map<String, Object> form) {
        Map<String, Object> again = new LinkedHashMap<>(form);
        Map<String, Object> administrator = new LinkedHashMap<>(part(form, "administrator"));
        administrator.put("phoneVerificationId", UUID.randomUUID().toString());
        again.put("administrator", administrator);
        return again;
    }

    @SuppressWarnings("unchecked") // Parts of a form are always objects.
    public static Map<String, Object> part(Map<String, Object> form, String name) {
        return (Map<String, Object>) Objects.requireNonNull(form.get(name));
    }

    public static String text(Map<String, Object> part, String name) {
        return String.valueOf(part.get(name));
    }

    /** Returns a resident id number that is unique in this test run. */
    public static String residentId() {
        int person = PERSONS.getAndIncrement();
        // a thousand persons have one birthday
        LocalDate birthday = LocalDate.of(1949, 12, 31).minusDays(person / 1000);
        String digits = "110105" + BASIC_ISO_DATE.format(birthday) + "%03d".formatted(person % 1000);
        int sum = 0;
        for (int position = 0; position < WEIGHTS.length; position++) {
            sum += (digits.charAt(position) - '0') * WEIGHTS[position];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    public static String documentId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Creates a mutable map. */
    public static Map<String, Object> map(@Nullable Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            map.put(String.valueOf(keysAndValues[index]), keysAndValues[index + 1]);
        }
        return map;
    }

    private static Map<String, Object> person(String name) {
        return map(
                "name", name,
                "idType", "RESIDENT_ID",
                "idNumber", residentId(),
                "validFrom", "2020-01-01",
                "validTo", "2040-01-01");
    }
}
