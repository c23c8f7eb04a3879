package io.zizhi.notification.sender.channel;

import io.zizhi.platform.runtime.settings.Settings;
import io.zizhi.platform.runtime.settings.SettingsRule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Requires a sender, and in production real ones, and a price for each cap of costs. {@link ChosenSenders} checks that
 * the senders exist.
 */
public final class SenderRule implements SettingsRule {

    private static final String SENDERS = "zizhi.sms.senders";
    private static final String FORMER = "zizhi.sms.sender";
    private static final Pattern CAP = Pattern.compile("zizhi\\.sms\\.spend-per-day\\.(.+)");

    @Override
    public Stream<String> problems(Settings settings, boolean isProduction) {
        return Stream.concat(senders(settings, isProduction), prices(settings));
    }

    private static Stream<String> senders(Settings settings, boolean isProduction) {
        if (settings.find(FORMER).isPresent()) {
            return Stream.of(FORMER + " was replaced: set " + SENDERS + " to the same value.");
        }
        List<String> senders = settings.find(SENDERS).stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (senders.isEmpty()) {
            return Stream.of(SENDERS + " is missing: set it to the names of the SMS senders.");
        }
        return isProduction && senders.contains(ChosenSenders.LOCAL_INBOX)
                ? Stream.of(SENDERS + " contains " + ChosenSenders.LOCAL_INBOX
                        + ", which delivers nothing and is forbidden in production: name real SMS senders.")
                : Stream.empty();
    }

    private static Stream<String> prices(Settings settings) {
        return settings.names()
                .distinct()
                .map(CAP::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .filter(sender -> settings.find("zizhi.sms.prices." + sender).isEmpty())
                .map(sender -> "zizhi.sms.spend-per-day." + sender + " needs zizhi.sms.prices." + sender
                        + ": the price of one message part in CNY.");
    }
}
