@NullMarked
package io.zizhi.build.testlistener;

import org.jspecify.annotations.NullMarked;
