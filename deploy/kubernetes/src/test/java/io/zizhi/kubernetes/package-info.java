/** Tests of the manifests in {@code deploy/kubernetes}, without a cluster. */
@NullMarked
package io.zizhi.kubernetes;

import org.jspecify.annotations.NullMarked;
