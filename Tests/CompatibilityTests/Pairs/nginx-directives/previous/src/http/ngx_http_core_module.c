static ngx_command_t  ngx_http_core_commands[] = {
    { ngx_string("listen"),
      NGX_HTTP_SRV_CONF|NGX_CONF_1MORE,
      ngx_http_core_listen, NGX_HTTP_SRV_CONF_OFFSET, 0, NULL },

    { ngx_string("root"),
      NGX_HTTP_LOC_CONF|NGX_CONF_TAKE1,
      ngx_http_core_x, NGX_HTTP_LOC_CONF_OFFSET, 0, NULL },

    { ngx_string("alias"), NGX_HTTP_LOC_CONF|NGX_CONF_TAKE1, ngx_http_core_root, 0, 0, NULL },
      ngx_null_command
};

static ngx_http_variable_t  ngx_http_core_variables[] = {
    { ngx_string("http_host"), NULL, ngx_http_variable_header,
      offsetof(ngx_http_request_t, headers_in.host), 0, 0 },
    { ngx_string("args"), NULL, ngx_http_variable_x, 0, NGX_HTTP_VAR_NOCACHEABLE, 0 },
      ngx_http_null_variable
};
