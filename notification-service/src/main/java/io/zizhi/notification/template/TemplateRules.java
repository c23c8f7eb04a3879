package io.zizhi.notification.template;

import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.notification.sender.message.SmsVariable;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.platform.privacy.personal.PersonalNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the texts of a template: their variables, characters and links, and their size with the longest values. */
@ApplicationScoped
class TemplateRules {

    private static final Pattern BRACE = Pattern.compile("[{}]");
    private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z]+}");

    /** Control, formatting and unassigned characters, and others that show nothing. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}"
                    + "\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0100}-\\x{E01EF}]");

    private final SmsSignature signature;
    private final LinkHosts links;
    private final NotificationLimits.Sms limits;

    @Inject
    TemplateRules(SmsSignature signature, TemplateConfig config, NotificationLimits limits) {
        this(signature, new LinkHosts(config.linkHosts().orElse(List.of())), limits);
    }

    TemplateRules(SmsSignature signature, LinkHosts links, NotificationLimits limits) {
        this.signature = signature;
        this.links = links;
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
        Matcher invisible = INVISIBLE.matcher(text);
        if (invisible.find()) {
            found.add(new Violation(
                    pointer,
                    "TEXT_INVALID",
                    "The text has the control or invisible character "
                            + String.format(
                                    Locale.ROOT, "U+%04X", invisible.group().codePointAt(0)) + ". Remove it."));
        }
        links.firstOther(text)
                .ifPresent(host -> found.add(new Violation(
                        pointer,
                        "LINK_NOT_ALLOWED",
                        "The text links to " + host
                                + ", which zizhi.sms.text.link-hosts does not allow. Remove it, or put a"
                                + " space after a full stop.")));
        if (PersonalNumbers.areWrittenIn(text)) {
            found.add(new Violation(
                    pointer, "PERSONAL_NUMBER", "The text has an id number or a mobile number. Remove it."));
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
