package io.zizhi.notification.outbound;

import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** What of a URL can be said when it is entered. Names are looked up when a request is sent, every time. */
@ApplicationScoped
public class TargetRules {

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|.*:.*");

    private final AddressRules addresses;

    TargetRules(AddressRules addresses) {
        this.addresses = addresses;
    }

    /** The URL that was typed, or 400 at {@code pointer}. */
    public TargetUrl require(String typed, String pointer) {
        TargetUrl url = TargetUrl.parse(typed)
                .orElseThrow(() -> Problems.badRequest(
                        "URL_INVALID", pointer, "This is no https URL of a host, without user and fragment."));
        if (!url.isEncrypted() && !addresses.hasOwnNetworks()) {
            throw Problems.badRequest("URL_INVALID", pointer, "Only https is allowed.");
        }
        if (ADDRESS.matcher(url.host()).matches()) {
            requireAllowed(url, pointer);
        }
        return url;
    }

    private void requireAllowed(TargetUrl url, String pointer) {
        try {
            InetAddress address = InetAddress.getByName(url.host());
            if (addresses.allows(address) && (url.isEncrypted() || addresses.isOwn(address))) {
                return;
            }
        } catch (UnknownHostException noAddress) {
            // Refused below, like one that is forbidden.
        }
        throw Problems.badRequest("ADDRESS_REFUSED", pointer, "No request is sent to this address.");
    }
}
