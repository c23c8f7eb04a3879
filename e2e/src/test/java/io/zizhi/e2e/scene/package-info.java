/** A suite with data: qualifications in each state, of two accounts, and a valid request of each operation. */
@NullMarked
package io.zizhi.e2e.scene;

import org.jspecify.annotations.NullMarked;
