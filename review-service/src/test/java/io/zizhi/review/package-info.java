/** Shared by the tests of all rooms: submissions, a stub of the peer, and the service as its callers see it. */
@NullMarked
package io.zizhi.review;

import org.jspecify.annotations.NullMarked;
