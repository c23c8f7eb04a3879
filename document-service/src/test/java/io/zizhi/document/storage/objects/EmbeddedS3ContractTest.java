package io.zizhi.document.storage.objects;

import io.zizhi.local.server.ObjectStore.Endpoint;
import io.zizhi.local.suite.Infrastructure;
import java.util.Optional;
import java.util.Set;

/** The S3 server of a suite on one machine. */
class EmbeddedS3ContractTest extends S3Contract {

    @Override
    S3Server server() {
        Endpoint store = Infrastructure.startForTests(Set.of(Infrastructure.Part.OBJECT_STORE))
                .objectStore();
        return new S3Server(
                "embedded",
                store.endpoint(),
                store.accessKey(),
                store.secretKey(),
                "us-east-1",
                store.bucket(),
                Optional.empty());
    }
}
