OkHttpClient client = new OkHttpClient.Builder()
    .authenticator((route, response) -> {
      String credentials = Credentials.basic("ada", "toy");
      // These were sent and refused: the caller gets the 401.
      if (credentials.equals(response.request().header("Authorization"))) {
        return null;
      }
      return response.request().newBuilder()
          .header("Authorization", credentials)
          .build();
    })
    .build();
