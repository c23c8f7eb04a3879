/** The client of review-service. It reads a reviewer's notes and whether the reviewer holds a live claim. */
@NullMarked
package io.zizhi.qualification.peer.review;

import org.jspecify.annotations.NullMarked;
