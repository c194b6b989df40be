@Configuration
class Security {
    // Without httpBasic or another login method, an anonymous
    // request gets 403 without a challenge.
    @Bean
    SecurityFilterChain drafts(HttpSecurity http) throws Exception {
        return http
            .authorizeHttpRequests(all -> all.anyRequest().authenticated())
            .httpBasic(basic -> basic.realmName("drafts"))
            .build();
    }
}
