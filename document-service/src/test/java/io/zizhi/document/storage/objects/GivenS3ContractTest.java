package io.zizhi.document.storage.objects;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The S3 server that the environment names: {@code ZIZHI_S3_ENDPOINT}, {@code …_ACCESS_KEY}, {@code …_SECRET_KEY}, and
 * if needed {@code …_REGION}, {@code …_BUCKET}, {@code …_NAME} and {@code …_VIRTUAL_HOST}.
 */
@EnabledIfEnvironmentVariable(named = "ZIZHI_S3_ENDPOINT", matches = ".+", disabledReason = "No S3 server is given")
class GivenS3ContractTest extends S3Contract {

    @Override
    S3Server server() {
        return S3Server.given().orElseThrow();
    }
}
