package io.zizhi.notification.template;

import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.notification.sender.message.SmsVariable;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the texts of a template: their variables, and their size with the longest values. */
@ApplicationScoped
class TemplateRules {

    private static final Pattern BRACE = Pattern.compile("[{}]");
    private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z]+}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final SmsSignature signature;
    private final NotificationLimits.Sms limits;

    TemplateRules(SmsSignature signature, NotificationLimits limits) {
        this.signature = signature;
        this.limits = limits.sms();
    }

    /** Fails with 400 and all errors of both texts. */
    void require(SmsTemplate template, TemplateTexts texts) {
        List<Violation> violations = violations(template, texts);
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
    }

    /** Returns the preview of valid texts; fails like {@link #require}. */
    SmsPreviewView preview(SmsTemplate template, TemplateTexts texts) {
        require(template, texts);
        return SmsPreviewView.of(template, texts, this);
    }

    List<Violation> violations(SmsTemplate template, TemplateTexts texts) {
        return Stream.of(SmsLanguage.values())
                .flatMap(language -> violations(template, texts.in(language), pointer(language)).stream())
                .toList();
    }

    private static String pointer(SmsLanguage language) {
        return switch (language) {
            case ZH_CN -> "/zh";
            case EN -> "/en";
        };
    }

    private List<Violation> violations(SmsTemplate template, String text, String pointer) {
        Set<String> used = SmsTemplate.variablesIn(text);
        List<Violation> found = new ArrayList<>();
        for (String missing : sorted(without(template.parameters(), used))) {
            found.add(
                    new Violation(pointer, "VARIABLE_MISSING", "The text lacks the variable " + missing + ". Add it."));
        }
        for (String unknown : sorted(without(used, template.parameters()))) {
            found.add(new Violation(
                    pointer, "VARIABLE_UNKNOWN", "This template has no variable " + unknown + ". Remove it."));
        }
        if (BRACE.matcher(PLACE.matcher(text).replaceAll("")).find()) {
            found.add(new Violation(
                    pointer, "BRACE_INVALID", "Braces only enclose the name of a variable. Remove other braces."));
        }
        if (CONTROL.matcher(text).find()) {
            found.add(new Violation(pointer, "TEXT_INVALID", "The text has control characters. Remove them."));
        }
        if (text.contains("【") || text.contains("】")) {
            found.add(new Violation(
                    pointer, "SIGNATURE_IN_TEXT", "The signature comes from the settings. Remove 【 and 】."));
        }
        if (found.isEmpty()) {
            int segments = longest(template, text).segments();
            if (segments > limits.segments()) {
                found.add(new Violation(
                        pointer,
                        "SMS_TOO_LONG",
                        "With the longest values the text has " + segments + " segments, more than " + limits.segments()
                                + ". Shorten it."));
            }
        }
        return List.copyOf(found);
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        Set<String> left = new HashSet<>(names);
        left.removeAll(others);
        return left;
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /** Returns the complete text with example values. */
    String example(SmsTemplate template, String text, SmsLanguage language) {
        return complete(template, text, variable -> variable.example(language));
    }

    /** Returns the size of the complete text with the longest values. */
    SmsSize longest(SmsTemplate template, String text) {
        return SmsSize.of(complete(template, text, SmsVariable::longestValue));
    }

    private String complete(SmsTemplate template, String text, Function<SmsVariable, String> value) {
        Map<String, String> values =
                template.variables().stream().collect(Collectors.toMap(SmsVariable::placeholder, value));
        return signature.before(template.fill(text, values));
    }
}
