/** Test data for a running suite: two accounts with qualifications in each state, and a valid request per operation. */
@NullMarked
package io.zizhi.e2e.scene;

import org.jspecify.annotations.NullMarked;
