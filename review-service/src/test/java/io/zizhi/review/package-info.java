/** What the tests of all features share: submissions, a peer's stub, the service as its callers see it. */
@NullMarked
package io.zizhi.review;

import org.jspecify.annotations.NullMarked;
