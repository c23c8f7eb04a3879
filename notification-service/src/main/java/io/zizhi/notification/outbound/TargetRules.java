package io.zizhi.notification.outbound;

import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Validates a URL when it is entered. Host names are looked up later, for every request. */
@ApplicationScoped
public class TargetRules {

    private final AllowedTargets targets;

    TargetRules(AllowedTargets targets) {
        this.targets = targets;
    }

    /** Returns the URL that {@code owner} entered, or fails with 400 at {@code pointer}. */
    public TargetUrl require(String typed, String pointer, TargetOwner owner) {
        AddressRules addresses = targets.of(owner);
        TargetUrl url = TargetUrl.parse(typed)
                .orElseThrow(() -> Problems.badRequest(
                        "URL_INVALID", pointer, "Expected an https URL with a host, without user and fragment."));
        if (!url.isEncrypted() && !addresses.hasOwnNetworks()) {
            throw Problems.badRequest("URL_INVALID", pointer, "Only https URLs are allowed.");
        }
        if (url.hasAddress()) {
            requireAllowed(url, pointer, addresses);
        }
        return url;
    }

    private static void requireAllowed(TargetUrl url, String pointer, AddressRules addresses) {
        try {
            InetAddress address = InetAddress.getByName(url.host());
            if (addresses.allows(address) && (url.isEncrypted() || addresses.isOwn(address))) {
                return;
            }
        } catch (UnknownHostException noAddress) {
            // Refused below, like a forbidden address.
        }
        throw Problems.badRequest("ADDRESS_REFUSED", pointer, "This address is not allowed. Use a public address.");
    }
}
