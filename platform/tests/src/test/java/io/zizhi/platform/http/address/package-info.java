@NullMarked
package io.zizhi.platform.http.address;

import org.jspecify.annotations.NullMarked;
