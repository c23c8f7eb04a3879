package io.zizhi.notification.template;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts the signature of the installation before each text. */
@ApplicationScoped
class SmsSignature {

    /** Carriers accept signatures of 2 to 18 characters. */
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,16}[\\p{L}\\p{N}]");

    private final String prefix;

    @Inject
    SmsSignature(TemplateConfig config) {
        this(config.signature());
    }

    /** Fails if the signature is not 2 to 18 letters and digits. */
    SmsSignature(Optional<String> signature) {
        this.prefix = signature.map(SmsSignature::bracketed).orElse("");
    }

    /** Fails at start-up if the setting is invalid. */
    void check(@Observes @Priority(1) StartupEvent event) {
        // The constructor has checked it.
    }

    private static String bracketed(String signature) {
        String name = signature.strip();
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "zizhi.sms.text.signature must be 2 to 18 letters and digits, without brackets.");
        }
        return "【" + name + "】";
    }

    String before(String text) {
        return prefix + text;
    }
}
