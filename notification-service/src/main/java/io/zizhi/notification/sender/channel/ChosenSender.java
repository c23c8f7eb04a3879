package io.zizhi.notification.sender.channel;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * The sender named in the configuration. The service refuses to start without one, so that no message is lost
 * unnoticed.
 */
@ApplicationScoped
public class ChosenSender {

    /** Name of the sender that shows messages to the operator instead of delivering them. */
    public static final String LOCAL_INBOX = "local-inbox";

    private static final Set<String> LOCAL_PROFILES = Set.of("local", "test");

    private final List<SmsSender> senders;
    private final SmsConfig config;
    private final boolean local;

    ChosenSender(@Any Instance<SmsSender> senders, SmsConfig config, Config runtime) {
        this.senders = senders.stream().toList();
        this.config = config;
        this.local = isLocal(runtime.unwrap(SmallRyeConfig.class).getProfiles());
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        sender();
    }

    /** Returns the sender. The service does not start without one. */
    public SmsSender sender() {
        return choose(senders, config.sender().orElse(""), local);
    }

    /** Returns whether messages go to the local inbox, and may be read there. */
    public boolean isLocalInbox() {
        return local && config.sender().filter(LOCAL_INBOX::equals).isPresent();
    }

    static boolean isLocal(List<String> profiles) {
        return !profiles.contains("prod") && profiles.stream().anyMatch(LOCAL_PROFILES::contains);
    }

    static SmsSender choose(List<SmsSender> senders, String name, boolean local) {
        if (name.equals(LOCAL_INBOX) && !local) {
            throw new IllegalStateException(
                    "zizhi.sms.sender=local-inbox shows phone codes to operators and delivers nothing: it runs in the"
                            + " profiles 'local' and 'test' only. Set zizhi.sms.sender to a real sender.");
        }
        return senders.stream()
                .filter(sender -> sender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("zizhi.sms.sender must name an SMS sender; '" + name
                        + "' is not one of "
                        + senders.stream().map(SmsSender::name).toList()
                        + ". Set it to http for a gateway of your own."));
    }
}
