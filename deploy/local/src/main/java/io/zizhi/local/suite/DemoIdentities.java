package io.zizhi.local.suite;

import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Progress;
import io.zizhi.local.state.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Sets the identities of the demo accounts through the operators' API, once per installation. */
public final class DemoIdentities {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final IdentityClient identity;
    private final String url;
    private final Path seeded;

    /**
     * @param folder the installation
     * @param url the base URL of the internal endpoints of qualification-service
     */
    public DemoIdentities(Path folder, IdentityClient identity, String url) {
        this.identity = identity;
        this.url = url;
        this.seeded = folder.resolve("data/demo-accounts");
    }

    public void seed(Progress progress) {
        if (Files.exists(seeded)) {
            return;
        }
        long start = System.nanoTime();
        String token = identity.userToken("operator");
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (DemoAccount account : DemoAccounts.ALL) {
                put(http, token, account);
            }
        }
        PrivateFiles.write(seeded, "The services have the identities of the demo accounts.\n");
        progress.ready("demo accounts", Duration.ofNanos(System.nanoTime() - start));
    }

    private void put(HttpClient http, String token, DemoAccount account) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + "/internal/v1/accounts/" + account.id() + "/identity"))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body(account)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new LocalFailure("The identity of " + account.id() + " was rejected: " + response.statusCode()
                        + " " + response.body());
            }
        } catch (IOException e) {
            throw new LocalFailure("The identity of " + account.id() + " could not be set", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while setting identities", e);
        }
    }

    /** Demo names and codes contain no characters that JSON must escape. */
    private static String body(DemoAccount account) {
        if (account.companyName() == null) {
            return "{\"kind\":\"" + account.kind() + "\"}";
        }
        return "{\"kind\":\"" + account.kind() + "\",\"companyName\":\"" + account.companyName()
                + "\",\"creditCode\":\"" + account.creditCode() + "\"}";
    }
}
