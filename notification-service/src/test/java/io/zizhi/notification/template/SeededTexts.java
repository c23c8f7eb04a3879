package io.zizhi.notification.template;

import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts that the migration stores, for tests without a database. */
public final class SeededTexts {

    private static final String MIGRATION = "/db/migration/V20261129_1120__add_sms_templates.sql";
    private static final Pattern ROW = Pattern.compile("\\('([A-Z_]+)', 1,\\s+'([^']*)',\\s+'([^']*)',\\s+now\\(\\)");
    private static final Map<String, TemplateTexts> TEXTS = read();

    private SeededTexts() {}

    private static Map<String, TemplateTexts> read() {
        try (InputStream migration = Objects.requireNonNull(SeededTexts.class.getResourceAsStream(MIGRATION))) {
            return ROW.matcher(new String(migration.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .collect(Collectors.toMap(
                            row -> row.group(1), row -> new TemplateTexts(row.group(2), row.group(3))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static TemplateTexts of(SmsTemplate template) {
        return Objects.requireNonNull(TEXTS.get(template.name()), template.name());
    }

    /** Returns the text with its parameters, without a signature. */
    public static String text(SmsTemplate template, SmsLanguage language, Map<String, String> parameters) {
        return template.fill(of(template).in(language), parameters);
    }
}
