@Bean
SecurityFilterChain drafts(HttpSecurity http) throws Exception {
    var entryPoint = new BearerTokenAuthenticationEntryPoint();
    entryPoint.setRealmName("drafts");
    return http
        .authorizeHttpRequests(all -> all.anyRequest().authenticated())
        .exceptionHandling(it -> it.authenticationEntryPoint(entryPoint))
        .build();
}
